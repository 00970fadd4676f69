"""`python -m bench`: every benchmark, one after the other."""

import sys

from bench import reading, search

if __name__ == "__main__":
    print("# Reading")
    reading.main()
    print("# Searching")
    sys.exit(search.main())

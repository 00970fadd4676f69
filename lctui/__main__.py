"""`python -m lctui` is `lctui`."""

import sys

from lctui.cli import main

if __name__ == "__main__":
    sys.exit(main())

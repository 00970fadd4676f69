"""How well the reader rebuilds pages: labelled pages, typeset pages, and a floor under the figures."""

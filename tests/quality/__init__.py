"""How well the reader rebuilds pages: labelled pages, typeset pages, and a floor under the figures.

`make quality` prints the table; `python -m tests.quality --help` lists what else it does (failures by
kind, one page with its labels and its reading side by side, other seeds, a new floor).

- `labels/` – the bundled pages by hand; `pages/` – pages written after other newspapers, of 1954 to 2025 and
  from all kinds of recognisers, and further ones of the three looks (`look-a-01` …), with labels;
- `stories`, `grammar`, `corpus` – articles to typeset, from words or from a collection;
- `setting`, `desk`, `laying`, `look_a`, `look_b`, `look_c`, `sheet`, `typesetter` – whole pages; each look
  keeps its accidents and their chances in `RATES`;
- `gold`, `scoring`, `figures`, `floor` – labels, counts, pooling, and what may not be lowered.
"""

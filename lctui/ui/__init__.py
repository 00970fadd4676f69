"""The reader's screen.

`app` is the application and does little; the work lives in `screens` and `widgets`. The reader's screen is
built in floors, each a file: panes, search, keeping (what is remembered), carrying (what is taken away),
reader (what is read in the background). Attributes go down, messages come up. Everything that takes time
runs in threads (`loading`, `searching`, `copying`, `piping`). Keys are stated once, as bindings; help,
palette, hints and key maps are made from them (`commands`, `keys`). What reaches the terminal passes
`driver` and `frames`.
"""

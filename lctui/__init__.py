"""lctui: a terminal reader for Chinese newspaper pages that survive only as raw page text."""

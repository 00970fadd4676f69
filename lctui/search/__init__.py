"""Search that forgives: words, phrases, pinyin, initials, slips, traditional characters.

query.py        the language of the bar → clauses and terms; fields.py dates, numbers, kinds
collection.py   all texts folded and laid end to end, and the way back to original offsets
postings.py     where every two successive characters stand: the one index
patterns.py     runs of characters, and of classes of characters, through the postings
terms.py        a term as it stands; segments.py by its words; sounds.py by pinyin and initials;
                near.py with slips
ranking.py      the weights; evaluate.py clauses → tier and score of every article; ordering.py
hits.py         the few that are shown: matches, snippets.py
index.py        SearchIndex, the door to all this; within.py the same in one article
completion.py   suggestion.py   related.py
"""

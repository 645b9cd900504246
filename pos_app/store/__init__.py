"""This till's own disk: ``till.db`` (sales, postings, attempts) and ``customers.db`` (a cache for search).

Each file is owned by one thread through one connection (``thread.py``). SQLite is known nowhere else.
"""

"""The rules of the shop, pure: money, phones, customers, the programme, sales and their postings, and the error tree.

Nothing here knows a disk, a network, a clock or a screen.
"""

"""Every request and answer of PassQuare's core and of the CRM hook, to and from the types of ``loyalty``.

Both directions of both: the clients write requests and read answers, the sandbox and the merchant's CRM read requests and write
answers. Pure: knows no network and no keys' homes. What cannot be read raises ``strict_json.Malformed``.
"""

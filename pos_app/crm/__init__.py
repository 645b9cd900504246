"""The merchant's CRM: the other end of createCustomer, readBalance and addBalance, with its ledger."""

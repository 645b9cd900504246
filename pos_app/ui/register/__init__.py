"""The page where a customer is registered or changed (picture 14)."""

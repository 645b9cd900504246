"""Words of the settings' section about the servers and the keys; much of it is said by the set-up already."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["ConnectionWords"]


class ConnectionWords(QObject):
    """See ``SaleWords``."""

    def title(self) -> str:
        return self.tr("Connection and keys")

    def why(self) -> str:
        return self.tr("Where this till sends its sales, and the keys it is known by. A key is never shown again.")

    def keys_are(self) -> str:
        return self.tr("Keys are kept")

    def in_keyring(self) -> str:
        return self.tr("In the system keyring of this computer")

    def in_memory(self) -> str:
        return self.tr("Only in memory, until the till is closed")

    def replace(self) -> str:
        """On the button beside the field."""
        return self.tr("Replace")

    def replace_spoken(self, key: str) -> str:
        """ "Replace: Till key (app_key)"."""
        return self.tr("Replace: {key}").format(key=key)

    def replaced(self) -> str:
        return self.tr("The new key is in use")

    def not_replaced(self) -> str:
        return self.tr("The key was not replaced")

    def to_keys(self) -> str:
        """On the button in the Sync centre, where the key is in trouble."""
        return self.tr("Replace the key")

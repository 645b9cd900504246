"""The release feed: what its vendor says there is to install, signed. Pure: neither network nor disk nor clock."""

"""The application and disk image for macOS. Nobody has run this yet: it needs a Mac, which only the release workflow has."""

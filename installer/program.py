"""What a packed pos-app starts with: the program that PyInstaller freezes."""

import os
import ssl
import sys
from pathlib import Path

from pos_app.cli import main

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",  # Alpine, macOS
)


def find_certificates() -> None:
    """The authorities that this computer trusts lie elsewhere than on the one that the program was packed on."""
    paths = ssl.get_default_verify_paths()
    usual = (os.environ.get(paths.openssl_cafile_env, paths.openssl_cafile), paths.openssl_capath)
    if not any(Path(place).exists() for place in usual):
        for bundle in _BUNDLES:
            if Path(bundle).is_file():
                os.environ[paths.openssl_cafile_env] = bundle
                return


def free_children() -> None:
    """Programs that this one starts are the system's: they must not find the libraries that were packed for this one."""
    path = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if path:
        os.environ["LD_LIBRARY_PATH"] = path


free_children()
find_certificates()
sys.exit(main())

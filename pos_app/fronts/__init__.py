"""The way from one program of this computer to the one that has the till open: a local socket in the data folder.

Only the owner may connect (on POSIX a socket file of mode 0600 and the other end's user id; on Windows a named pipe and a key
file); there is no network port. The socket belongs to whoever holds ``till.db``: nobody else makes or removes it, so one that was
left behind by a killed program is safely replaced. Nothing here knows what a till is.
"""

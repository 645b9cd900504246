"""Files that anybody may have: whole or not at all, over https, in time, and gone on with where they broke off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.passquare.transport import Fetcher, Transport
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.raw_server import Request, Talk, answer
from tests.updates.shelf import Misbehaviour, Shelf

CONTENT = bytes(range(256)) * 4096
SIZE = len(CONTENT)


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with Shelf(files={"/feed.json": b'{"schema": 1}', "/pos-app.run": CONTENT}).open() as shelf:
        yield shelf


class Got:
    """What arrived, and where each try began."""

    def __init__(self, before: bytes = b"") -> None:
        self.data = bytearray(before)
        self.began: list[int] = []

    def begin(self, place: int) -> None:
        self.began.append(place)
        del self.data[place:]

    def large(self, fetcher: Fetcher, url: str, *, size: int = SIZE) -> None:
        fetcher.large(url, start=len(self.data), size=size, begin=self.begin, take=self.data.extend)


def test_a_small_file_comes_whole_and_nothing_of_the_till_goes_along(shelf: Shelf) -> None:
    with shelf.fetcher() as fetcher:
        for _ in range(2):
            assert fetcher.small(shelf.url("/feed.json"), cap_bytes=100) == b'{"schema": 1}'
    assert set(shelf.server.requests[-1].headers) == {"host", "accept-encoding", "user-agent"}


def test_a_cookie_is_not_kept(shelf: Shelf) -> None:
    shelf.misbehave = _says(answer(b"x", headers="Set-Cookie: who=me\r\n"))
    with shelf.fetcher() as fetcher:
        for _ in range(2):
            fetcher.small(shelf.url("/"), cap_bytes=100)
    assert not any("cookie" in each.headers for each in shelf.server.requests)


def test_a_small_file_that_is_too_long_is_cut_off(shelf: Shelf) -> None:
    with shelf.fetcher() as fetcher, pytest.raises(UpdateTrouble, match="far too much"):
        fetcher.small(shelf.url("/pos-app.run"), cap_bytes=1000)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (answer(status="302 Found", headers="Location: https://elsewhere.example/\r\n"), "leads elsewhere (302)"),
        (answer(status="511 Network Authentication Required"), "leads elsewhere (511)"),
        (answer("no", status="404 Not Found"), "(404)"),
        (answer("no", status="500 Internal Server Error"), "(500)"),
        (answer("no", headers="Content-Encoding: gzip\r\n"), "encoding"),
    ],
)
def test_what_is_not_the_file_is_refused(shelf: Shelf, said: bytes, words: str) -> None:
    shelf.misbehave = _says(said)
    with shelf.fetcher() as fetcher, pytest.raises(UpdateTrouble) as caught:
        fetcher.small(shelf.url("/feed.json"), cap_bytes=100)
    assert words in str(caught.value)
    assert len(shelf.server.requests) == 1


def test_a_dripping_server_is_cut_off_at_the_total_deadline(shelf: Shelf) -> None:
    def drip(talk: Talk, _request: Request) -> bool:
        talk.send(answer(b"x" * 1000)[:-1000])
        talk.drip(b"x" * 1000)
        return True

    shelf.misbehave = drip
    with shelf.fetcher(small_deadline_s=0.5) as fetcher, pytest.raises(UpdateTrouble, match="in time"):
        fetcher.small(shelf.url("/feed.json"), cap_bytes=2000)


def test_a_server_that_falls_silent_is_not_waited_for(shelf: Shelf) -> None:
    def stall(talk: Talk, _request: Request) -> bool:
        talk.send(answer(CONTENT)[: SIZE // 2])
        talk.hold()
        return True

    shelf.misbehave = stall
    got = Got()
    with shelf.fetcher(stall_s=0.3) as fetcher, pytest.raises(UpdateTrouble):
        got.large(fetcher, shelf.url("/pos-app.run"))
    assert 0 < len(got.data) < SIZE


def test_plain_http_is_not_asked_even_on_this_computer(serve: Serve, make_transport: MakeTransport) -> None:
    server = serve(answer(b"x"))
    with pytest.raises(UpdateTrouble, match="https"):
        Fetcher(make_transport()).small(server.url, cap_bytes=10)
    assert server.connections == 0


def test_a_server_with_a_strange_certificate_is_not_asked(shelf: Shelf) -> None:
    transport = Transport()
    with pytest.raises(UpdateTrouble) as caught:
        Fetcher(transport).small(shelf.url("/feed.json"), cap_bytes=100)
    assert caught.value.fault is UpdateFault.UNREACHABLE
    assert shelf.server.requests == []
    transport.close()


def test_a_large_file_that_broke_off_is_gone_on_with(shelf: Shelf) -> None:
    shelf.misbehave = breaks_off_once(SIZE // 2)
    got = Got()
    with shelf.fetcher() as fetcher:
        with pytest.raises(UpdateTrouble):
            got.large(fetcher, shelf.url("/pos-app.run"))
        reached = len(got.data)
        assert 0 < reached < SIZE
        got.large(fetcher, shelf.url("/pos-app.run"))
    assert got.began == [0, reached]
    assert got.data == CONTENT


def test_a_server_that_cannot_go_on_begins_again(shelf: Shelf) -> None:
    shelf.ranges = False
    got = Got(b"wrong" * 100)
    with shelf.fetcher() as fetcher:
        got.large(fetcher, shelf.url("/pos-app.run"))
    assert got.began == [0]
    assert got.data == CONTENT


def test_another_file_in_its_place_is_refused(shelf: Shelf) -> None:
    shelf.files["/pos-app.run"] = CONTENT + b"!"
    got = Got(CONTENT[:100])
    with shelf.fetcher() as fetcher:
        with pytest.raises(UpdateTrouble, match="another file"):
            got.large(fetcher, shelf.url("/pos-app.run"))
        assert got.data == CONTENT[:100]
        with pytest.raises(UpdateTrouble, match="more than was said"):
            Got().large(fetcher, shelf.url("/pos-app.run"))
        shelf.files["/pos-app.run"] = CONTENT[:-1]
        with pytest.raises(UpdateTrouble, match="before the file did"):
            Got().large(fetcher, shelf.url("/pos-app.run"))


def test_a_full_disk_ends_it(shelf: Shelf, tmp_path: Path) -> None:
    def take(_part: bytes) -> None:
        raise OSError(28, "No space left on device")

    with shelf.fetcher() as fetcher, pytest.raises(OSError, match="No space"):
        fetcher.large(shelf.url("/pos-app.run"), start=0, size=SIZE, begin=lambda _place: None, take=take)


def test_closing_ends_a_file_on_its_way(shelf: Shelf) -> None:
    transport = Transport(make_tls=shelf.trusting)
    with pytest.raises(UpdateTrouble):
        Fetcher(transport).large(
            shelf.url("/pos-app.run"), start=0, size=SIZE, begin=lambda _place: None, take=lambda _part: transport.close()
        )


def _says(said: bytes) -> Misbehaviour:
    def misbehave(talk: Talk, _request: Request) -> bool:
        talk.send(said)
        return True

    return misbehave


def breaks_off_once(after: int) -> Misbehaviour:
    tries: list[Request] = []

    def misbehave(talk: Talk, request: Request) -> bool:
        tries.append(request)
        if len(tries) > 1:
            return False
        talk.send(answer(CONTENT)[:after])
        return True

    return misbehave

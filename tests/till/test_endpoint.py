"""The name of where points go: the same for every spelling of an address, another for every other address or way."""

from __future__ import annotations

import pytest

from pos_app.settings import Mode, Server
from pos_app.till.sync.endpoint import endpoint

CRM = "https://crm.example.com/hook?shop=1"


@pytest.mark.parametrize(
    "url",
    [
        "https://CRM.Example.com/hook?shop=1",
        "https://crm.example.com:443/hook?shop=1",
        "https://crm.example.com./hook?shop=1",
        "https://crm.example.com/hook/?shop=1",
        "https://crm.example.com/hook?shop=1#x",
    ],
)
def test_another_spelling_is_the_same_place(url: str) -> None:
    assert endpoint(Server(crm_url=url)) == endpoint(Server(crm_url=CRM))


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example.com/hook?shop=1",
        "https://crm.example.com/hook?shop=2",
        "https://crm.example.com/Hook?shop=1",
        "https://crm2.example.com/hook?shop=1",
        "https://crm.example.com:8443/hook?shop=1",
    ],
)
def test_another_address_is_another_place(url: str) -> None:
    assert endpoint(Server(crm_url=url)) != endpoint(Server(crm_url=CRM))


def test_what_is_not_written_to_does_not_matter_and_the_way_does() -> None:
    crm = Server(crm_url=CRM)
    assert endpoint(Server(crm_url=CRM, core_url="https://core.example.com", account="Other")) == endpoint(crm)
    sole, shared = Server(core_url=CRM), Server(core_url=CRM, mode=Mode.SHARED)
    assert endpoint(sole) == endpoint(shared) != endpoint(crm)


def test_nothing_of_the_address_can_be_read_from_it() -> None:
    name = endpoint(Server(crm_url="https://crm.example.com/hook?token=hunter2"))
    assert len(name) < 24
    assert "hunter2" not in name
    assert "example" not in name

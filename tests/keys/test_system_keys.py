"""Keys in the real system keyring: kept, proved, each till's own, and nowhere in clear text."""

from __future__ import annotations

import base64
import uuid

import pytest

from pos_app.keys import KeyName, RememberedKeys, SystemKeys, system_keys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret
from tests.keys.desktop import Desktop


@pytest.fixture
def keys(here: Desktop) -> SystemKeys:
    return new_till()


def new_till() -> SystemKeys:
    return system_keys(str(uuid.uuid4()))


def test_a_keyring_that_knows_nothing_of_this_till_says_so(keys: SystemKeys) -> None:
    assert [keys.get(name) for name in KeyName] == [None] * len(KeyName)


@pytest.mark.parametrize("text", ["k", "žluťoučký kľúč 🔑", " with blanks ", "two\nlines", "a=b#c'\"\\", "x" * 4_096])
def test_what_is_put_is_what_is_got(keys: SystemKeys, text: str) -> None:
    keys.put(KeyName.APP_KEY, Secret(text))
    assert keys.get(KeyName.APP_KEY) == Secret(text)
    assert system_keys(keys.till_id).get(KeyName.APP_KEY) == Secret(text), "another start of the till finds it"


def test_a_newer_key_takes_the_place_of_the_older_one(keys: SystemKeys) -> None:
    keys.put(KeyName.APP_KEY, Secret("old"))
    keys.put(KeyName.APP_KEY, Secret("new"))
    assert keys.get(KeyName.APP_KEY) == Secret("new")
    keys.forget(KeyName.APP_KEY)
    assert keys.get(KeyName.APP_KEY) is None, "no older one lay beneath"


def test_each_name_is_a_key_of_its_own(keys: SystemKeys) -> None:
    for name in KeyName:
        keys.put(name, Secret(f"the {name.value}"))
    keys.forget(KeyName.CRM_KEY)
    assert {name: keys.get(name) for name in KeyName} == {
        KeyName.APP_KEY: Secret("the app_key"),
        KeyName.CRM_KEY: None,
        KeyName.CRM_USER: Secret("the crm_user"),
        KeyName.CRM_PASSWORD: Secret("the crm_password"),
    }


def test_two_tills_of_one_user_do_not_see_each_others_keys(keys: SystemKeys) -> None:
    other = new_till()
    keys.put(KeyName.APP_KEY, Secret("mine"))
    assert other.get(KeyName.APP_KEY) is None
    other.put(KeyName.APP_KEY, Secret("theirs"))
    other.forget(KeyName.APP_KEY)
    assert keys.get(KeyName.APP_KEY) == Secret("mine")


def test_forgetting_what_is_not_there_is_no_trouble(keys: SystemKeys) -> None:
    keys.forget(KeyName.CRM_PASSWORD)
    keys.forget(KeyName.CRM_PASSWORD)


def test_it_says_where_the_keys_are(keys: SystemKeys) -> None:
    assert keys.place == "system keyring (SecretService)"


def test_no_file_of_the_user_holds_the_key_in_clear_text(keys: SystemKeys, here: Desktop) -> None:
    secret = f"clear-text-{uuid.uuid4()}"
    before = here.files()
    keys.put(KeyName.CRM_PASSWORD, Secret(secret))
    after = here.files()
    assert [path.name for path in after if after[path] != before.get(path)] == ["login.keyring"], "the keyring was written"
    raw = secret.encode()
    forms = (raw, raw.hex().encode(), base64.b64encode(raw)[:-4], secret.encode("utf-16-le"))
    assert [path for path, content in after.items() if any(form in content for form in forms)] == []


def test_a_key_that_is_no_text_is_refused_without_being_shown(keys: SystemKeys) -> None:
    """Bytes that are no UTF-8 come from standard input as lone surrogates."""
    with pytest.raises(KeyringTrouble) as told:
        keys.put(KeyName.APP_KEY, Secret("s3cr3t\udcff"))
    assert "s3cr3t" not in repr(told.value)
    assert (told.value.__cause__, told.value.__context__) == (None, None)
    assert keys.get(KeyName.APP_KEY) is None


def test_remembered_keys_are_asked_for_once_until_they_are_read_anew(keys: SystemKeys) -> None:
    keys.put(KeyName.APP_KEY, Secret("first"))
    remembered = RememberedKeys(keys)
    assert remembered.get(KeyName.APP_KEY) == Secret("first")
    keys.put(KeyName.APP_KEY, Secret("second"))
    assert remembered.get(KeyName.APP_KEY) == Secret("first")
    remembered.read_anew()
    assert remembered.get(KeyName.APP_KEY) == Secret("second")


def test_a_key_that_was_not_there_is_asked_for_again(keys: SystemKeys) -> None:
    remembered = RememberedKeys(keys)
    assert remembered.get(KeyName.CRM_KEY) is None
    keys.put(KeyName.CRM_KEY, Secret("typed meanwhile"))
    assert remembered.get(KeyName.CRM_KEY) == Secret("typed meanwhile")
    assert remembered.place == keys.place

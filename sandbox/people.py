"""Who can be played in the sandbox: managers, a sole owner, committees, then every owner."""

from dataclasses import dataclass
from functools import lru_cache

from sandbox.city import City, build_city
from sandbox.names import Named
from sandbox.stage import MORNING, SEED


@dataclass(frozen=True, slots=True)
class Playable:
    """Somebody to log in as; `homes` are codes, `body_name` whom they act for."""

    role: str
    named: Named
    homes: tuple[str, ...] = ()
    body_name: str = ""
    communities: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def city() -> City:
    """The city of the sandbox's spreadsheets; made once, it takes part of a second."""
    return build_city(SEED, MORNING.date())


@lru_cache(maxsize=1)
def phones() -> dict[str, str]:
    """Everybody's number by openid, the staff's and the insurers' people's among them."""
    made = city()
    employed = [one.named for one in made.staff] + [one.contact for one in made.insurers]
    return {one.openid: one.phone for one in (*(p.named for p in playable()), *employed)}


@lru_cache(maxsize=1)
def playable() -> tuple[Playable, ...]:
    """Everybody with a WeChat login, in an order that stays."""
    made = city()
    homes = {one.named.id_number: one.homes for one in made.residents}
    people = [
        Playable("manager", named, (), firm.firm.name, firm.communities)
        for firm in made.managers
        for named in firm.people
    ]
    let = made.landlord
    people.append(Playable("independent", let.person, (), let.firm.name, (let.community,)))
    people += [
        Playable("committee", named, homes[named.id_number], body.name, (body.community,))
        for body in made.committees
        for named in body.members
    ]
    seated = {one.named.id_number for one in people}
    people += [
        Playable("owner", one.named, one.homes)
        for one in made.residents
        if one.named.id_number not in seated
    ]
    return tuple(people)

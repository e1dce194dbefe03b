"""Whether what is stored is still what was written: the books and the log together. R3.2, R12.3."""

from collections.abc import Callable, Mapping

from models import files, ledger, log


async def faults(
    keys: Mapping[str, bytes],
    published: Mapping[int, bytes] | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """A line for everything that does not fit; empty when books and log are whole.

    `keys` are the public halves of those that sign heads, by name; `published` are tree heads kept
    elsewhere, by tree size. It must be the first thing in a transaction of its own, which becomes
    a read-only snapshot. `told` hears how far it has come.
    """
    found = [f"log: {each.what}: {each.where}" for each in await log.verify_log(keys, published)]
    told("log: events, chains, leaves and heads read")
    found += [f"content: {each.what}: {each.where}" for each in await log.replay(told)]
    found += [f"file: content altered: {each}" for each in await files.altered()]
    found += [f"file: erased without an event: {each}" for each in await files.emptied()]
    told("file: contents read")
    found += [
        f"ledger: {each.what} of {each.code} is {each.cached}, its entries give {each.replayed}"
        for each in await ledger.replay_differences()
    ]
    found += [
        f"ledger: journal {journal} is not balanced"
        for journal in await ledger.unbalanced_journals()
    ]
    trial = await ledger.trial_balance()
    if sum(line.debit_fen - line.credit_fen for line in trial) != 0:
        found.append("ledger: debits and credits differ")
    return found

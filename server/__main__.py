"""`python -m server COMMAND …`: the one way in."""

import sys


def main(argv: list[str]) -> int:
    """Run one command and give its exit code; 2 for a command that does not exist."""
    if argv[:1] == ["explain"]:
        # Imported here: a command loads only what it needs.
        from server import explain

        return explain.main(argv[1:])
    sys.stderr.write("用法：python -m server explain {notice|payout|split} …\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

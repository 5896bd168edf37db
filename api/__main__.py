"""`python -m api` is `sagsgraf`.

Nothing is imported before it is needed: each worker process that is started imports this file again.
"""


def main() -> None:
    """Run the command line."""
    from api.cli import main as run

    run()


if __name__ == "__main__":
    main()

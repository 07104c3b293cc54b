"""Everything outside the process: files, git, the terminal."""

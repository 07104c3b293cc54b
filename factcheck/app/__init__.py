"""The use cases: what a command does, from files to files; how it is asked is the command line's."""

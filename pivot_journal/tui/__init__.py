"""The full-screen app: asks, shows and passes on; knows no SQL."""

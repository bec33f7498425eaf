"""Reading the sentences of Vietnamese plans: figures and the words that decide a target."""

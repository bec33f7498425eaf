"""What plan authors test their plans with."""

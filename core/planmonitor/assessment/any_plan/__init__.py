"""What any plan can break, whatever plugin carries it: checked once, and told once (docs/domain.md, rule 25)."""

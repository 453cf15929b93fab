package desk

import (
	"chancery"
	"chancery/actors"
)

// names is the register as the codebook wants it.
type names struct{ *actors.Register }

// Kind is the kind of the actor with the id, or "" for one that is not in the register.
func (n names) Kind(id string) chancery.ActorKind {
	actor, _ := n.Actor(id)
	return actor.Kind
}

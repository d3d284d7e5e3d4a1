"""Linking: which participant each worker is, which rows are one person, why, and how sure that is."""

from semesta.people.link.faults import LinkError
from semesta.people.link.linking import Linked, link
from semesta.people.link.model import Model, default_model, model_named, saved_model
from semesta.people.link.review import Decision

__all__ = ["Decision", "LinkError", "Linked", "Model", "default_model", "link", "model_named", "saved_model"]

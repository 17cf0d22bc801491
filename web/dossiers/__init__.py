"""Files of evidence: labels pursued, what proves each criterion, pieces attached; dossiers composed, sealed, given."""

from web.dossiers import composing, labels, leaving, naming, pieces, published, sealed

routes = [
    *labels.routes,
    *pieces.routes,
    *naming.routes,
    *composing.routes,
    *leaving.routes,
    *published.routes,
    *sealed.routes,
]

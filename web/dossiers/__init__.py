"""Files of evidence: labels pursued, what proves each criterion, pieces attached, dossiers composed and sealed."""

from web.dossiers import composing, labels, naming, pieces, sealed

routes = [*labels.routes, *pieces.routes, *naming.routes, *composing.routes, *sealed.routes]

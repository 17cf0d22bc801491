"""Files of evidence: labels pursued, what proves each criterion, pieces attached, dossiers composed and sealed."""

from web.dossiers import composing, labels, pieces, sealed

routes = [*labels.routes, *pieces.routes, *composing.routes, *sealed.routes]

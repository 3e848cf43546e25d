"""Words and sentences of the benchmark corpus, in pairs (Spanish, English).

Only data: nothing here draws at random. Every sentence exists in both languages, so the two texts of a bulletin have the
same structure, figures, dates, references and notes. No digits stand in the prose: figures come from roles alone.
"""

# id, name es, name en, slug es, slug en
SERIES = [
    ("reporte", "Reporte del Tratado", "Treaty Report", "reporte-tratado", "treaty-report"),
    ("comunicados", "Comunicados", "Press Releases", "comunicados", "press-releases"),
    ("comite", "Informes del Comité", "Committee Reports", "informes-comite", "committee-reports"),
    ("pymes", "Boletín de Pymes", "SME Bulletin", "boletin-pymes", "sme-bulletin"),
    ("aduanas", "Boletín de Aduanas", "Customs Bulletin", "boletin-aduanas", "customs-bulletin"),
    ("ambiente", "Comercio y Ambiente", "Trade and Environment", "comercio-ambiente", "trade-environment"),
    ("servicios", "Carta de Servicios", "Services Letter", "carta-servicios", "services-letter"),
    ("digital", "Comercio Digital", "Digital Trade", "comercio-digital", "digital-trade"),
    ("relatorias", "Relatorías", "Rapporteur Reports", "relatorias", "rapporteur-reports"),
    ("estudios", "Notas de Estudio", "Study Notes", "notas-estudio", "study-notes"),
]

# id, name es, name en
TOPICS = [
    ("pymes", "Pymes", "Small business"), ("aduanas", "Aduanas", "Customs"),
    ("medio-ambiente", "Medio ambiente", "Environment"), ("servicios", "Servicios", "Services"),
    ("comercio-digital", "Comercio digital", "Digital trade"), ("inversion", "Inversión", "Investment"),
    ("agricultura", "Agricultura", "Agriculture"), ("pesca", "Pesca", "Fisheries"),
    ("energia", "Energía", "Energy"), ("transporte", "Transporte", "Transport"),
    ("puertos", "Puertos", "Ports"), ("textiles", "Textiles", "Textiles"),
    ("acero", "Acero", "Steel"), ("automotriz", "Industria automotriz", "Automotive industry"),
    ("farmaceutica", "Industria farmacéutica", "Pharmaceuticals"), ("turismo", "Turismo", "Tourism"),
    ("inclusion", "Inclusión", "Inclusion"), ("genero", "Género y comercio", "Gender and trade"),
    ("juventud", "Jóvenes empresarios", "Young entrepreneurs"), ("pueblos", "Pueblos indígenas", "Indigenous peoples"),
    ("financiamiento", "Financiamiento", "Finance"), ("credito", "Crédito a la exportación", "Export credit"),
    ("pagos", "Sistemas de pago", "Payment systems"), ("origen", "Reglas de origen", "Rules of origin"),
    ("normas", "Normas técnicas", "Technical standards"), ("sanidad", "Medidas sanitarias", "Sanitary measures"),
    ("competencia", "Competencia", "Competition"), ("compras", "Compras públicas", "Government procurement"),
    ("propiedad", "Propiedad intelectual", "Intellectual property"), ("laboral", "Asuntos laborales", "Labor"),
    ("controversias", "Solución de controversias", "Dispute settlement"), ("transparencia", "Transparencia", "Transparency"),
    ("anticorrupcion", "Anticorrupción", "Anticorruption"), ("cooperacion", "Cooperación", "Cooperation"),
    ("capacitacion", "Capacitación", "Training"), ("logistica", "Logística", "Logistics"),
    ("cadenas", "Cadenas de valor", "Value chains"), ("consorcios", "Consorcios", "Consortia"),
    ("innovacion", "Innovación", "Innovation"), ("estadistica", "Estadística", "Statistics"),
]

# id, acronym (or None), name es, name en, country (or None)
ORGANISATIONS = [
    ("secretaria", "STR", "Secretaría del Tratado Regional", "Regional Treaty Secretariat", None),
    ("economia", "MECO", "Ministerio de Economía y Comercio", "Ministry of Economy and Trade", "MX"),
    ("hacienda", "MHAC", "Ministerio de Hacienda", "Ministry of Finance", "CL"),
    ("aduanas", "DGA", "Dirección General de Aduanas", "Directorate General of Customs", "UY"),
    ("ambiente", "MAMB", "Ministerio de Ambiente", "Ministry of Environment", "CR"),
    ("camara", "CCR", "Cámara de Comercio Regional", "Regional Chamber of Commerce", None),
    ("banco", "BFE", "Banco de Fomento a la Exportación", "Export Development Bank", "CO"),
    ("estadistica", "INE", "Instituto Nacional de Estadística", "National Statistics Institute", "PE"),
    ("normas", "ONT", "Oficina de Normas Técnicas", "Technical Standards Office", "EC"),
    ("pymes", "APE", "Agencia de la Pequeña Empresa", "Small Enterprise Agency", "DO"),
    ("agro", "MAGR", "Ministerio de Agricultura", "Ministry of Agriculture", "PY"),
    ("puertos", "APR", "Autoridad Portuaria Regional", "Regional Port Authority", "PA"),
]

# id, kind, symbol es, symbol en, title es, title en, date, articles pattern (or None)
DOCUMENTS = [
    ("tcr", "treaty", "TCR", "RTT", "Tratado de Comercio Regional", "Regional Trade Treaty", "1994-06-17",
     r"[0-9]+\.[0-9]+"),
    ("acuerdo-marco", "agreement", "AM", "FA", "Acuerdo Marco de Cooperación", "Framework Agreement on Cooperation",
     "1996-03", None),
    ("decision-14", "decision", "Decisión 14", "Decision 14", "Programa de trabajo del Comité de Pymes",
     "Work program of the SME Committee", "1998-11-05", None),
    ("decision-27", "decision", "Decisión 27", "Decision 27", "Formulario único de aduanas", "Single customs form",
     "1999-04-22", None),
    ("informe-base", "report", "IB-3", "BR-3", "Informe de base sobre comercio y ambiente",
     "Baseline report on trade and environment", "1999", None),
    ("resolucion-9", "resolution", "Resolución 9", "Resolution 9", "Transparencia de las compras públicas",
     "Transparency in government procurement", "1997-09-30", None),
]

GLOSSARY = """\
tcr: {es: TCR, en: RTT, expansion: {es: Tratado de Comercio Regional, en: Regional Trade Treaty}, gender: m}
sme: {es: pyme, en: SME, plural: {es: pymes, en: SMEs}, gender: f, variants: {es: [PyME, PYMES], en: []}}
party: {es: Parte, en: Party, plural: {es: Partes, en: Parties}, gender: f}
single-window: {es: ventanilla única, en: single window, gender: f, variants: {es: [ventanilla unica], en: []}}
work-program: {es: programa de trabajo, en: work program, gender: m, variants: {es: [], en: [work programme]}}
value-chain: {es: cadena de valor, en: value chain, plural: {es: cadenas de valor, en: value chains}, gender: f}
"""

# id, es singular, es plural, gender, en singular, en plural
UNITS = [
    ("pyme", "pyme", "pymes", "f", "SME", "SMEs"),
    ("firm", "empresa", "empresas", "f", "firm", "firms"),
    ("country", "país", "países", "m", "country", "countries"),
    ("participant", "participante", "participantes", "m", "participant", "participants"),
    ("project", "proyecto", "proyectos", "m", "project", "projects"),
    ("job", "empleo", "empleos", "m", "job", "jobs"),
]

# country es, en, ISO code, city es, city en
PLACES = [
    ("México", "Mexico", "MX", "Ciudad de México", "Mexico City"), ("Chile", "Chile", "CL", "Santiago", "Santiago"),
    ("Uruguay", "Uruguay", "UY", "Montevideo", "Montevideo"), ("Costa Rica", "Costa Rica", "CR", "San José", "San José"),
    ("Colombia", "Colombia", "CO", "Bogotá", "Bogotá"), ("Perú", "Peru", "PE", "Lima", "Lima"),
    ("Ecuador", "Ecuador", "EC", "Quito", "Quito"), ("Paraguay", "Paraguay", "PY", "Asunción", "Asunción"),
    ("Panamá", "Panama", "PA", "Ciudad de Panamá", "Panama City"), ("Canadá", "Canada", "CA", "Ottawa", "Ottawa"),
    ("Guatemala", "Guatemala", "GT", "Antigua Guatemala", "Antigua Guatemala"),
    ("República Dominicana", "Dominican Republic", "DO", "Santo Domingo", "Santo Domingo"),
]

BODY = [
    ("el Comité de Pymes", "the SME Committee"), ("la Comisión de Aduanas", "the Customs Commission"),
    ("el Grupo de Trabajo de Servicios", "the Working Group on Services"),
    ("la Secretaría del Tratado", "the Treaty Secretariat"), ("el Comité de Medio Ambiente", "the Environment Committee"),
    ("la Red de Consejeros", "the Network of Advisers"), ("la Cámara de Comercio Regional", "the Regional Chamber of Commerce"),
    ("el Banco de Fomento", "the Development Bank"), ("la presidencia en turno", "the acting chair"),
    ("el Foro de Mujeres Empresarias", "the Forum of Women Entrepreneurs"), ("la delegación anfitriona", "the host delegation"),
    ("el Instituto de Estadística", "the Statistics Institute"), ("la Oficina de Normas", "the Standards Office"),
    ("el Consejo Consultivo", "the Advisory Council"), ("la Agencia de la Pequeña Empresa", "the Small Enterprise Agency"),
    ("el Subcomité de Origen", "the Subcommittee on Origin"), ("la Autoridad Portuaria", "the Port Authority"),
    ("el Ministerio de Agricultura", "the Ministry of Agriculture"), ("la Mesa de Comercio Digital", "the Digital Trade Panel"),
    ("el Grupo de Expertos en Logística", "the Expert Group on Logistics"),
]

GROUP = [
    ("las pymes exportadoras", "exporting SMEs"), ("los productores rurales", "rural producers"),
    ("las empresas dirigidas por mujeres", "women-led firms"), ("los agentes de aduanas", "customs brokers"),
    ("las cooperativas pesqueras", "fishing cooperatives"), ("los talleres textiles", "textile workshops"),
    ("los operadores de carga", "freight operators"), ("las cámaras locales", "local chambers"),
    ("los gobiernos estatales", "state governments"), ("los laboratorios de ensayo", "testing laboratories"),
    ("las incubadoras universitarias", "university incubators"), ("los bancos comerciales", "commercial banks"),
    ("las plataformas en línea", "online platforms"), ("los consorcios de exportación", "export consortia"),
    ("los proveedores del sector público", "public-sector suppliers"), ("los exportadores de café", "coffee exporters"),
    ("las comunidades indígenas", "Indigenous communities"), ("los transportistas de frontera", "border hauliers"),
]

THEME = [
    ("el acceso al crédito para exportar", "access to export credit"),
    ("los trámites en la frontera", "procedures at the border"), ("las reglas de origen", "the rules of origin"),
    ("la certificación de productos orgánicos", "the certification of organic products"),
    ("el intercambio de datos estadísticos", "the exchange of statistical data"),
    ("la formación de consorcios", "the creation of consortia"), ("el comercio electrónico", "e-commerce"),
    ("las cadenas de valor regionales", "regional value chains"), ("las compras públicas", "government procurement"),
    ("la protección de los bosques", "the protection of forests"), ("el transporte de mercancías", "the carriage of goods"),
    ("los sistemas de pago en moneda local", "local-currency payment systems"),
    ("la capacitación de funcionarios", "the training of officials"), ("las normas de etiquetado", "labeling standards"),
    ("la entrada temporal de personas de negocios", "the temporary entry of business persons"),
    ("el reconocimiento de títulos profesionales", "the recognition of professional degrees"),
    ("la economía circular", "the circular economy"), ("la seguridad de los envíos", "the security of shipments"),
    ("las medidas sanitarias", "sanitary measures"), ("la participación de los jóvenes", "the participation of young people"),
    ("el costo de la energía", "the cost of energy"), ("los contratos de suministro", "supply contracts"),
    ("la ventanilla única", "the single window"), ("el programa de trabajo", "the work program"),
]

ACTION = [
    ("simplificar", "simplify"), ("dar seguimiento a", "follow up on"), ("revisar", "review"), ("dar a conocer", "publicize"),
    ("abrir una consulta sobre", "open a consultation on"), ("fortalecer", "strengthen"), ("poner en común", "share"),
    ("evaluar con más detalle", "assess in greater detail"), ("poner en práctica lo acordado sobre", "carry out what was agreed on"),
    ("explicar a las regiones", "explain to the regions"), ("coordinar", "coordinate"), ("comparar", "compare"),
]

PRODUCT = [
    ("una guía para quienes exportan por primera vez", "a guide for first-time exporters"),
    ("un directorio de oficinas de apoyo", "a directory of support offices"),
    ("un calendario común de talleres", "a common calendar of workshops"),
    ("una base de datos de requisitos", "a database of requirements"),
    ("un plan de cooperación técnica", "a technical cooperation plan"), ("una encuesta entre empresas", "a survey of firms"),
    ("un manual de buenas prácticas", "a handbook of good practice"), ("una nota conceptual", "a concept note"),
    ("un formulario electrónico único", "a single electronic form"), ("una red de puntos de contacto", "a network of contact points"),
    ("un informe con recomendaciones", "a report with recommendations"), ("un proyecto piloto", "a pilot project"),
    ("una serie de videos de capacitación", "a series of training videos"), ("un glosario en ambos idiomas", "a glossary in both languages"),
]

WHEN = [
    ("en los próximos meses", "in the coming months"), ("antes de la siguiente reunión", "before the next meeting"),
    ("durante la sesión de la mañana", "during the morning session"), ("al cierre de los trabajos", "at the close of the proceedings"),
    ("a lo largo del año", "over the course of the year"), ("en cuanto haya recursos", "as soon as funds are available"),
    ("con apoyo de la Secretaría", "with support from the Secretariat"), ("en el plazo acordado", "within the agreed time"),
    ("sin costo para los participantes", "at no cost to participants"), ("en todas las Partes", "in all of the Parties"),
    ("según lo previsto", "as planned"), ("de manera gradual", "step by step"),
]

REASON = [
    ("porque los costos de envío siguen altos", "because shipping costs remain high"),
    ("ya que la información está dispersa", "since information is scattered"),
    ("pues muchas empresas no conocen las preferencias del Tratado", "as many firms are unaware of the Treaty’s preferences"),
    ("debido a que los formularios cambian de un país a otro", "because forms differ from one country to another"),
    ("dado que la demanda se concentra en pocas ciudades", "given that demand is concentrated in few cities"),
    ("porque faltan técnicos con experiencia", "because experienced technicians are lacking"),
    ("ya que los plazos actuales resultan cortos", "since current deadlines are too short"),
    ("pues el crédito llega tarde o no llega", "as credit arrives late or not at all"),
    ("a pesar de los avances de años anteriores", "despite the progress of earlier years"),
    ("aunque las cifras todavía son preliminares", "although the figures are still preliminary"),
]

ADJECTIVE_NOTE = [
    ("La versión completa puede consultarse en la Secretaría, que atiende las solicitudes por escrito.",
     "The full version may be consulted at the Secretariat, which answers requests in writing."),
    ("El documento de origen no precisa la sede, y la delegación anfitriona no la ha confirmado.",
     "The source document does not state the venue, and the host delegation has not confirmed it."),
    ("La cifra procede de los registros de aduanas y excluye el comercio de servicios.",
     "The figure comes from customs records and excludes trade in services."),
    ("Se conserva la denominación que usa la fuente, aunque el organismo cambió después de nombre.",
     "The name used by the source is kept, although the body was later renamed."),
    ("Los compromisos se refieren al año fiscal de cada Parte, que no siempre coincide con el año civil.",
     "Commitments refer to each Party’s fiscal year, which does not always match the calendar year."),
    ("Las reservas de una delegación constan en el acta y no modifican el texto aprobado.",
     "One delegation’s reservations are on record and do not alter the text as adopted."),
]

# Headings of sections; the subject of the bulletin stands in for {T}.
HEADING = [
    ("Antecedentes", "Background"), ("Desarrollo de la reunión", "Proceedings"), ("Acuerdos alcanzados", "Agreements reached"),
    ("Seguimiento de compromisos", "Follow-up on commitments"), ("Cifras del periodo", "Figures for the period"),
    ("Opinión de las empresas", "The view of firms"), ("Cooperación entre las Partes", "Cooperation among the Parties"),
    ("Temas pendientes", "Outstanding matters"), ("Próximos pasos", "Next steps"), ("Marco jurídico", "Legal framework"),
    ("Experiencias nacionales", "National experience"), ("Recomendaciones del grupo", "The group’s recommendations"),
    ("Financiamiento", "Finance"), ("Participantes y observadores", "Participants and observers"),
]

# Sentences without figures. {B} body, {B2} another, {G} group, {G2}, {T} theme, {T2}, {A} action, {P} product, {W} when,
# {R} reason, {C} country.
PLAIN = [
    ("{B} explicó que {G} necesitan más tiempo para adaptarse a los cambios, y pidió {A} {T} {W}",
     "{B} explained that {G} need more time to adapt to the changes, and asked to {A} {T} {W}"),
    ("los asistentes situaron {T} entre los asuntos más difíciles para {G}, {R}",
     "those present placed {T} among the hardest matters for {G}, {R}"),
    ("{B} y {B2} presentarán {P} {W}, con la idea de que {G} puedan aprovechar mejor el Tratado",
     "{B} and {B2} will present {P} {W}, so that {G} can make better use of the Treaty"),
    ("la representación de {C} describió su experiencia con {T} y ofreció compartirla con {G} que apenas comienzan",
     "the representatives of {C} described their experience with {T} and offered to share it with {G} that are just starting"),
    ("se convino en {A} {T} y en preparar {P}, {R}",
     "it was agreed to {A} {T} and to prepare {P}, {R}"),
    ("en opinión de {B}, no basta con {A} {T}: hace falta también escuchar a {G} y medir los resultados {W}",
     "in the opinion of {B}, it is not enough to {A} {T}: one must also listen to {G} and measure the results {W}"),
    ("{G} señalaron {T} como el factor que más pesa en sus decisiones de inversión, {R}",
     "{G} pointed to {T} as the factor that weighs most on their investment decisions, {R}"),
    ("a propuesta de {B}, las Partes encargaron {P} y acordaron examinar el borrador {W}",
     "on a proposal from {B}, the Parties commissioned {P} and agreed to examine the draft {W}"),
    ("{C} informó de las reformas que ha puesto en marcha para {A} {T}, y reconoció que {G} todavía no perciben sus efectos",
     "{C} reported on the reforms it has set in motion to {A} {T}, and recognized that {G} do not yet feel their effects"),
    ("quedó claro que {T} y {T2} deben tratarse en conjunto, aunque correspondan a capítulos distintos del Tratado",
     "it became clear that {T} and {T2} must be dealt with together, even though they belong to different chapters of the Treaty"),
    ("{B} recordó que el trabajo con {G} empezó como un ejercicio voluntario y que hoy forma parte de las tareas permanentes",
     "{B} recalled that the work with {G} began as a voluntary exercise and is now one of its permanent tasks"),
    ("para {G}, la mejor noticia fue el compromiso de {A} {T} {W}",
     "for {G}, the best news was the commitment to {A} {T} {W}"),
    ("hubo coincidencia en que {P} ayudaría a {G} a entender {T}, sobre todo fuera de las capitales",
     "there was agreement that {P} would help {G} to understand {T}, above all outside the capitals"),
    ("{B} ofreció su sede para {A} {T} y se hará cargo de la coordinación con {B2}",
     "{B} offered its premises to {A} {T} and will take charge of coordination with {B2}"),
    ("el debate mostró diferencias sobre {T}, {R}, pero ninguna delegación se opuso a seguir trabajando",
     "the debate showed differences over {T}, {R}, but no delegation opposed continuing the work"),
    ("{C} pidió que {P} se publique en ambos idiomas y que {G} puedan enviar comentarios {W}",
     "{C} asked that {P} be published in both languages and that {G} be able to send comments {W}"),
    ("la presentación de {B} recorrió los obstáculos que encuentran {G} desde que preparan una oferta hasta que cobran la venta",
     "the presentation by {B} went through the obstacles that {G} meet from the moment they prepare an offer until they collect payment"),
    ("como resultado, {B2} revisará {P} y dará cuenta de ello {W}",
     "as a result, {B2} will revise {P} and give an account of it {W}"),
    ("varias intervenciones insistieron en la relación entre {T} y {T2}, {R}",
     "several speakers stressed the link between {T} and {T2}, {R}"),
    ("{B} destacó el papel de {G} y propuso {A} {T} con participación de las universidades y de los gobiernos locales",
     "{B} highlighted the role of {G} and proposed to {A} {T} with the participation of universities and local governments"),
    ("la reunión cerró con un recuento de lo hecho sobre {T} y con el propósito de elaborar {P} {W}",
     "the meeting closed with a review of what has been done on {T} and with the aim of preparing {P} {W}"),
    ("{G} de {C} compartieron casos propios, con aciertos y errores, que servirán de base a {P}",
     "{G} from {C} shared their own cases, with what went right and what went wrong, which will be the basis for {P}"),
    ("no todas las Partes cuentan con los medios para {A} {T}; por eso {B} buscará fondos de cooperación {W}",
     "not all of the Parties have the means to {A} {T}; {B} will therefore seek cooperation funds {W}"),
    ("el texto aprobado encarga a {B} {P} y pide a {B2} que informe de ello a {G}",
     "the text as adopted entrusts {B} with {P} and asks {B2} to inform {G} of it"),
]

# With {D}, a date of the day or a span.
DATED = [
    ("{B} se reunió el {D} para {A} {T}, con presencia de {G}",
     "{B} met on {D} to {A} {T}, with {G} in attendance"),
    ("el plazo para enviar comentarios sobre {T} vence el {D}, y {B} los publicará {W}",
     "the deadline for comments on {T} is {D}, and {B} will publish them {W}"),
    ("desde el {D}, {G} disponen de {P} que prepararon {B} y {B2}",
     "since {D}, {G} have had {P} prepared by {B} and {B2}"),
    ("la siguiente sesión quedó convocada para el {D} en {CITY}, donde {C} presentará sus avances sobre {T}",
     "the next session has been called for {D} in {CITY}, where {C} will present its progress on {T}"),
    ("el compromiso de {A} {T} data del {D} y, a juicio de {B}, se ha cumplido solo en parte",
     "the commitment to {A} {T} dates from {D} and, in the judgment of {B}, has been met only in part"),
]
MONTH = [
    ("en {D}, {B} puso en marcha {P} para {G}, {R}",
     "in {D}, {B} launched {P} for {G}, {R}"),
    ("la consulta sobre {T} comenzó en {D} y recibió aportaciones de {G}",
     "the consultation on {T} began in {D} and drew contributions from {G}"),
]

# With {V}, a figure; by what the figure is.
MONEY = [
    ("el intercambio relacionado con {T} alcanzó {V}, y {B} espera que aumente {W}",
     "trade related to {T} reached {V}, and {B} expects it to grow {W}"),
    ("{B} calcula que {G} dejaron de recibir {V}, {R}",
     "{B} estimates that {G} missed out on {V}, {R}"),
]
PERCENT = [
    ("según {B}, el {V} de quienes respondieron ve en {T} su principal dificultad",
     "according to {B}, {V} of those who answered see {T} as their main difficulty"),
    ("la participación de {G} en el comercio de {C} llegó al {V}, {R}",
     "the share of {G} in the trade of {C} came to {V}, {R}"),
]
COUNT = [
    ("en los talleres sobre {T} se registraron {V}, en su mayoría vinculados con {G}",
     "the workshops on {T} recorded {V}, most of them linked to {G}"),
    ("el padrón de {B} suma {V}, y el objetivo es que crezca {W}",
     "the register of {B} now holds {V}, and the aim is for it to grow {W}"),
]

# Facts: name, unit, qualifier, label es, label en, kind of number, sentence es, sentence en
FACTS = [
    ("regional-trade", "USD", "nearly", "comercio entre las Partes", "trade among the Parties", "money",
     "el comercio entre las Partes sumó {V}, de acuerdo con los datos que reunió {B}",
     "trade among the Parties came to {V}, according to the data gathered by {B}"),
    ("sme-exports", "USD", "more-than", "exportaciones de las pymes", "exports by SMEs", "money",
     "las pymes de la región vendieron al exterior {V}, aunque {G} siguen concentradas en pocos destinos",
     "the region’s SMEs sold {V} abroad, although {G} remain concentrated in few destinations"),
    ("credit-line", "USD", "up-to", "línea de crédito del Banco de Fomento", "credit line of the Development Bank", "money",
     "la línea de crédito que administra el Banco de Fomento asciende a {V} y está abierta a {G}",
     "the credit line run by the Development Bank amounts to {V} and is open to {G}"),
    ("sme-share", "percent", None, "proporción de empresas que son pymes", "share of firms that are SMEs", "percent",
     "las pymes representan el {V} de las empresas registradas, {R}",
     "SMEs account for {V} of registered firms, {R}"),
    ("growth", "percent", "about", "crecimiento anual del comercio", "annual growth of trade", "percent",
     "el comercio en el sector creció {V} en el periodo, según {B}",
     "trade in the sector grew {V} in the period, according to {B}"),
    ("firms-trained", "firm", "at-least", "empresas capacitadas", "firms trained", "count",
     "los cursos sobre {T} han llegado a {V}, y {B} prevé repetirlos {W}",
     "courses on {T} have reached {V}, and {B} plans to repeat them {W}"),
    ("smes-registered", "pyme", "more-than", "pymes en el registro", "SMEs on the register", "count",
     "el registro de la Agencia de la Pequeña Empresa cuenta con {V}, incluidas {G}",
     "the register of the Small Enterprise Agency holds {V}, including {G}"),
    ("jobs", "job", "about", "empleos que dependen del programa", "jobs that depend on the program", "count",
     "del programa dependen {V}, y {B} advierte que peligran {R}",
     "the program sustains {V}, and {B} warns that they are at risk {R}"),
]

# With {X}, a reference that prints the target's own citation; in LINK, a link in the author's own words, given last.
REFERENCE = [
    ("como se informó en {X}, {B} había propuesto {A} {T}", "as reported in {X}, {B} had proposed to {A} {T}"),
    ("los antecedentes de {T} pueden leerse en {X}, donde {B} resumió la posición de {G}",
     "the background to {T} can be read in {X}, where {B} summed up the position of {G}"),
    ("{B} retomó lo dicho en {X} y lo amplió con la experiencia de {G}",
     "{B} took up what was said in {X} and expanded on it with the experience of {G}"),
]
LINK = [
    ("{B} había abordado {T} en {X}, {R}", "{B} had dealt with {T} in {X}, {R}", "un número anterior", "an earlier issue"),
    ("véase también {X} sobre {T}, que todavía orienta a {G}",
     "see also {X} on {T}, which still guides {G}", "lo que entonces acordaron las Partes", "what the Parties then agreed"),
]
ARTICLE = [
    ("el fundamento de estos trabajos se halla en {X}, que encarga a {B} {A} {T}",
     "the basis for this work is found in {X}, which tasks {B} to {A} {T}"),
    ("{C} recordó que, conforme a {X}, {G} deben recibir trato no discriminatorio",
     "{C} recalled that, under {X}, {G} must receive non-discriminatory treatment"),
]

TITLE = [
    ("{B} revisa {T} en {CITY}", "{B} reviews {T} in {CITY}"),
    ("Avances sobre {T} y tareas pendientes para {G}", "Progress on {T} and pending tasks for {G}"),
    ("Reunión en {CITY} sobre {T} y {T2}", "Meeting in {CITY} on {T} and {T2}"),
    ("{B} publica {P} para {G}", "{B} publishes {P} for {G}"), ("Qué piden {G} ante {T}", "What {G} ask for regarding {T}"),
    ("{C} presenta {P} sobre {T}", "{C} presents {P} on {T}"),
]
SUMMARY = [
    ("{B} repasó {T} y acordó elaborar {P} {W}.", "{B} went over {T} and agreed to prepare {P} {W}."),
    ("{G} expusieron sus dificultades con {T}; {B} responderá con {P}.",
     "{G} set out their difficulties with {T}; {B} will respond with {P}."),
    ("Las Partes hablaron de {T} en {CITY} y encargaron a {B} {P}.",
     "The Parties discussed {T} in {CITY} and entrusted {B} with {P}."),
]
EVENT = [("Reunión de trabajo de {B}", "Working meeting of {B}"), ("Seminario sobre {T}", "Seminar on {T}"),
         ("Sesión ordinaria de {B}", "Regular session of {B}"), ("Taller sobre {T}", "Workshop on {T}")]

STATUS_WORDS = [("en curso", "in progress"), ("concluido", "completed"), ("previsto", "planned"), ("aplazado", "postponed")]

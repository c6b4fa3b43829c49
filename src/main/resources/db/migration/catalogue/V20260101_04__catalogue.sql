create schema catalogue;

-- One row: every change of columns or vocabularies raises it, so that other nodes know that their copy is old.
create table catalogue.version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into catalogue.version (version) values (1);

create sequence catalogue.column_id start 1000;

create table catalogue.catalogue_column (
    id            bigint primary key,
    parent_id     bigint references catalogue.catalogue_column,
    path          text not null unique,
    code          text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name          text not null check (name <> ''),
    name_en       text,
    head          text not null,
    type          text not null,
    article20     int check (article20 between 1 and 15),
    article21     text,
    interval_days int check (interval_days > 0),
    description   text not null,
    keywords      text[] not null default '{}',
    position      int not null,
    fixed         boolean not null default false,
    version       int not null default 1,
    retired_on    date,
    successor_id  bigint references catalogue.catalogue_column
);
create index on catalogue.catalogue_column (parent_id, position);

create table catalogue.term (
    vocabulary text not null,
    code       text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text not null check (name <> ''),
    name_en    text,
    position   int not null,
    retired_on date,
    primary key (vocabulary, code)
);

-- The five heads of a disclosure platform; they cannot be removed or moved.
insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, interval_days, description, keywords, position, fixed) values
(1, null, '/1/', 'guide', '公开指南', 'Disclosure guide', 'GUIDE', 'OTHER', null, '政府信息的分类、编排体系、获取方式和政府信息公开工作机构的联系方式（《条例》第十二条）。', '{指南,联系方式}', 1, true),
(2, null, '/2/', 'rules', '公开制度', 'Disclosure rules', 'RULES', 'OTHER', null, '政府信息公开的法规、制度和工作规程。', '{制度,条例}', 2, true),
(3, null, '/3/', 'statutory', '法定主动公开内容', 'Statutory content', 'STATUTORY', 'OTHER', null, '依照《条例》第二十条、第二十一条和国家有关规定主动公开的政府信息。', '{主动公开}', 3, true),
(4, null, '/4/', 'annual-reports', '年度报告', 'Annual reports', 'ANNUAL_REPORTS', 'OTHER', 366, '政府信息公开工作年度报告（《条例》第四十九条、第五十条）。', '{年度报告,年报}', 4, true),
(5, null, '/5/', 'on-request', '依申请公开', 'Disclosure on request', 'ON_REQUEST', 'OTHER', null, '申请获取政府信息的条件、程序和办理情况（《条例》第二十七条）。', '{依申请公开,申请}', 5, true);

-- The fifteen items of Article 20 of the 2019 Regulations, in their order; the description is the item's own subject.
insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, article20, interval_days, description, keywords, position) values
(101, 3, '/3/101/', 'regulations', '法规与规范性文件', 'Regulations and normative documents', 'STATUTORY', 'POLICIES', 1, 180, '行政法规、规章和规范性文件', '{法规,规章,规范性文件}', 1),
(102, 3, '/3/102/', 'organisation', '机构职能', 'Functions and organisation', 'STATUTORY', 'OTHER', 2, null, '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', '{机构职能,负责人}', 2),
(103, 3, '/3/103/', 'plans', '规划计划', 'Plans', 'STATUTORY', 'OTHER', 3, 366, '国民经济和社会发展规划、专项规划、区域规划及相关政策', '{规划,计划}', 3),
(104, 3, '/3/104/', 'statistics', '统计信息', 'Statistics', 'STATUTORY', 'OTHER', 4, 180, '国民经济和社会发展统计信息', '{统计,统计公报}', 4),
(105, 3, '/3/105/', 'permits', '行政许可与服务', 'Permits and public services', 'STATUTORY', 'OTHER', 5, 180, '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', '{行政许可,办事指南}', 5),
(106, 3, '/3/106/', 'penalties', '行政处罚与强制', 'Penalties and coercive measures', 'STATUTORY', 'OTHER', 6, 180, '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定', '{行政处罚,行政强制}', 6),
(107, 3, '/3/107/', 'budgets', '财政预算决算', 'Budgets and final accounts', 'STATUTORY', 'OTHER', 7, 366, '财政预算、决算信息', '{预算,决算,财政}', 7),
(108, 3, '/3/108/', 'fees', '收费项目', 'Administrative fees', 'STATUTORY', 'OTHER', 8, 366, '行政事业性收费项目及其依据、标准', '{收费,收费标准}', 8),
(109, 3, '/3/109/', 'procurement', '政府集中采购', 'Central government procurement', 'STATUTORY', 'OTHER', 9, 180, '政府集中采购项目的目录、标准及实施情况', '{政府采购}', 9),
(110, 3, '/3/110/', 'major-projects', '重大建设项目', 'Major construction projects', 'STATUTORY', 'OTHER', 10, 180, '重大建设项目的批准和实施情况', '{重大项目,建设项目}', 10),
(111, 3, '/3/111/', 'social-policies', '民生政策', 'Poverty relief, education, health care, social security, employment', 'STATUTORY', 'OTHER', 11, 180, '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', '{扶贫,教育,医疗,社会保障,就业}', 11),
(112, 3, '/3/112/', 'emergency', '应急管理', 'Emergency management', 'STATUTORY', 'OTHER', 12, 366, '突发公共事件的应急预案、预警信息及应对情况', '{应急预案,预警}', 12),
(113, 3, '/3/113/', 'inspections', '监督检查', 'Supervision and inspection', 'STATUTORY', 'OTHER', 13, 180, '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', '{监督检查,安全生产}', 13),
(114, 3, '/3/114/', 'civil-service', '公务员招考', 'Civil service recruitment', 'STATUTORY', 'NOTICES', 14, 366, '公务员招考的职位、名额、报考条件等事项以及录用结果', '{公务员,招考}', 14),
(115, 3, '/3/115/', 'other', '其他主动公开内容', 'Other information', 'STATUTORY', 'OTHER', 15, null, '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', '{其他}', 15);

-- Below the items of Article 20: the finer columns that districts keep.
insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, article20, interval_days, description, keywords, position) values
(201, 101, '/3/101/201/', 'government-documents', '政府文件', 'Government documents', 'STATUTORY', 'POLICIES', 1, 180, '本级政府及其办公室制发的文件', '{政府文件,文件}', 1),
(202, 101, '/3/101/202/', 'normative-documents', '规范性文件', 'Normative documents', 'STATUTORY', 'POLICIES', 1, 180, '现行有效和已经废止、失效的规范性文件', '{规范性文件,有效性}', 2),
(203, 101, '/3/101/203/', 'policies', '政策法规', 'Policies and laws', 'STATUTORY', 'POLICIES', 1, 180, '上级和本级的政策、法规及其解读', '{政策,法规,解读}', 3),
(211, 102, '/3/102/211/', 'government-organs', '政府机构', 'Government organs', 'STATUTORY', 'OTHER', 2, null, '机构设置、职能和办公信息', '{机构设置}', 1),
(212, 102, '/3/102/212/', 'leadership', '领导分工', 'Leaders and their duties', 'STATUTORY', 'OTHER', 2, null, '负责人姓名、职务和分工', '{领导,分工}', 2),
(213, 102, '/3/102/213/', 'personnel', '人事信息', 'Appointments', 'STATUTORY', 'OTHER', 2, 180, '人事任免、公示和招聘', '{人事,任免}', 3),
(271, 107, '/3/107/271/', 'government-budgets', '政府预决算', 'Government budgets', 'STATUTORY', 'OTHER', 7, 366, '本级政府预算、预算调整、预算执行和决算报告', '{预算,预算调整,决算}', 1),
(272, 107, '/3/107/272/', 'department-budgets', '部门预决算', 'Department budgets', 'STATUTORY', 'OTHER', 7, 366, '各部门的预算和决算', '{部门预算,部门决算}', 2),
(273, 107, '/3/107/273/', 'three-public-expenses', '三公经费', 'The three public expenses', 'STATUTORY', 'OTHER', 7, 366, '因公出国（境）、公务用车、公务接待的财政拨款支出', '{三公经费}', 3),
(274, 107, '/3/107/274/', 'special-funds', '专项资金', 'Special funds', 'STATUTORY', 'OTHER', 7, 366, '专项资金的项目、分配和使用情况', '{专项资金}', 4),
(311, 111, '/3/111/311/', 'education', '教育', 'Education', 'STATUTORY', 'OTHER', 11, 366, '义务教育招生计划、招生办法、施教区和教育政策', '{教育,招生,施教区}', 1),
(312, 111, '/3/111/312/', 'health-care', '医疗卫生', 'Health care', 'STATUTORY', 'OTHER', 11, 180, '医疗卫生政策、措施及其实施情况', '{医疗,卫生}', 2),
(313, 111, '/3/111/313/', 'social-security', '社会保障', 'Social security', 'STATUTORY', 'OTHER', 11, 180, '社会保险、最低生活保障标准、申请审批程序和资金发放', '{社会保障,低保}', 3),
(314, 111, '/3/111/314/', 'employment', '促进就业', 'Employment', 'STATUTORY', 'OTHER', 11, 180, '就业创业政策、措施及其实施情况', '{就业,创业}', 4),
(315, 111, '/3/111/315/', 'housing', '保障性住房', 'Social housing', 'STATUTORY', 'OTHER', 11, 366, '保障房源、保障对象、审批流程、房源分配和后期管理', '{保障性住房,公租房}', 5),
(331, 113, '/3/113/331/', 'environment', '环境保护', 'Environmental protection', 'STATUTORY', 'OTHER', 13, 180, '环境质量、环境监察和整治', '{环境保护,环境质量}', 1),
(332, 113, '/3/113/332/', 'food-and-drugs', '食品药品', 'Food and drugs', 'STATUTORY', 'OTHER', 13, 180, '食品药品监督检查、消费警示和安全知识', '{食品安全,药品}', 2),
(333, 113, '/3/113/333/', 'work-safety', '安全生产', 'Work safety', 'STATUTORY', 'OTHER', 13, 180, '安全生产监督检查和事故调查', '{安全生产}', 3);

-- Article 21: what districts, counties and cities add. The columns of a township are added from the console where there is one.
insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, article21, interval_days, description, keywords, position) values
(401, 3, '/3/401/', 'municipal-works', '市政建设', 'Municipal construction', 'STATUTORY', 'OTHER', 'COUNTY', 366, '市政建设方面的政府信息（《条例》第二十一条）', '{市政建设}', 21),
(402, 3, '/3/402/', 'public-services', '公共服务', 'Public services', 'STATUTORY', 'OTHER', 'COUNTY', 366, '公共服务方面的政府信息（《条例》第二十一条）', '{公共服务}', 22),
(403, 3, '/3/403/', 'public-welfare', '公益事业', 'Public welfare', 'STATUTORY', 'OTHER', 'COUNTY', 366, '公益事业和民生实事方面的政府信息（《条例》第二十一条）', '{公益,民生}', 23),
(404, 3, '/3/404/', 'land-expropriation', '土地征收', 'Land expropriation', 'STATUTORY', 'OTHER', 'COUNTY', 366, '土地征收方面的政府信息（《条例》第二十一条）', '{土地征收,征地}', 24),
(405, 3, '/3/405/', 'house-expropriation', '房屋征收', 'House expropriation', 'STATUTORY', 'OTHER', 'COUNTY', 366, '房屋征收方面的政府信息（《条例》第二十一条）', '{房屋征收,拆迁}', 25),
(406, 3, '/3/406/', 'public-security', '治安管理', 'Public security', 'STATUTORY', 'OTHER', 'COUNTY', 366, '治安管理方面的政府信息（《条例》第二十一条）', '{治安}', 26),
(407, 3, '/3/407/', 'social-assistance', '社会救助', 'Social assistance', 'STATUTORY', 'OTHER', 'COUNTY', 366, '社会救助方面的政府信息（《条例》第二十一条）', '{社会救助,低保}', 27);

-- Columns of the district's own, to start from.
insert into catalogue.catalogue_column (id, parent_id, path, code, name, name_en, head, type, interval_days, description, keywords, position) values
(501, 3, '/3/501/', 'notices', '通知公告', 'Notices', 'STATUTORY', 'NOTICES', 180, '需要社会公众广泛知晓或者参与的通知、公告', '{通知,公告}', 41),
(502, 3, '/3/502/', 'meetings', '政府会议', 'Government meetings', 'STATUTORY', 'OTHER', 180, '政府全体会议、常务会议及其议定事项', '{常务会议}', 42),
(503, 3, '/3/503/', 'congress-reports', '提交人大报告', 'Reports to the people''s congress', 'STATUTORY', 'OTHER', 366, '政府工作报告和提请人民代表大会及其常务委员会审议的报告', '{人大,政府工作报告}', 43),
(504, 3, '/3/504/', 'priorities', '政府重点工作', 'Priorities of the government', 'STATUTORY', 'OTHER', 180, '年度重点工作、目标任务及其进展', '{重点工作}', 44),
(505, 3, '/3/505/', 'livelihood', '民生公益', 'People''s livelihood', 'STATUTORY', 'OTHER', 366, '为民办实事项目和公益活动', '{民生,公益}', 45),
(506, 3, '/3/506/', 'public-resources', '公共资源配置', 'Allocation of public resources', 'STATUTORY', 'OTHER', 366, '工程招标投标、土地出让、国有产权交易等公共资源配置', '{招标投标,公共资源}', 46),
(507, 3, '/3/507/', 'state-enterprises', '国有企业', 'State-owned enterprises', 'STATUTORY', 'OTHER', 366, '国有企业的经营、业绩、负责人和重大事项', '{国有企业}', 47),
(508, 3, '/3/508/', 'social-organisations', '社会组织', 'Social organisations', 'STATUTORY', 'OTHER', 366, '社会组织的登记、年检和监督检查', '{社会组织}', 48);

-- Subjects: the top level of the subject classes that the State Council's information catalogue uses.
insert into catalogue.term (vocabulary, code, name, name_en, position) values
('SUBJECT', 'organisation', '组织机构', 'Organisation of government', 1),
('SUBJECT', 'general-affairs', '综合政务', 'General government affairs', 2),
('SUBJECT', 'economy', '国民经济管理、国有资产监管', 'Economic management and state assets', 3),
('SUBJECT', 'finance', '财政、金融、审计', 'Public finance, banking, audit', 4),
('SUBJECT', 'land-and-energy', '国土资源、能源', 'Land, resources, energy', 5),
('SUBJECT', 'agriculture', '农业、林业、水利', 'Agriculture, forestry, water', 6),
('SUBJECT', 'industry', '工业、交通', 'Industry and transport', 7),
('SUBJECT', 'commerce', '商贸、海关、旅游', 'Commerce, customs, tourism', 8),
('SUBJECT', 'market-supervision', '市场监管、安全生产监管', 'Market and work safety supervision', 9),
('SUBJECT', 'construction', '城乡建设、环境保护', 'Construction and environment', 10),
('SUBJECT', 'science-education', '科技、教育', 'Science and education', 11),
('SUBJECT', 'culture', '文化、广电、新闻出版', 'Culture, broadcasting, publishing', 12),
('SUBJECT', 'health', '卫生、体育', 'Health and sport', 13),
('SUBJECT', 'population', '人口与计划生育、妇女儿童工作', 'Population, women and children', 14),
('SUBJECT', 'labour', '劳动、人事、监察', 'Labour, personnel, supervision', 15),
('SUBJECT', 'justice', '公安、安全、司法', 'Public security and justice', 16),
('SUBJECT', 'civil-affairs', '民政、扶贫、救灾', 'Civil affairs, poverty and disaster relief', 17),
('SUBJECT', 'ethnic-religion', '民族、宗教', 'Ethnic and religious affairs', 18),
('SUBJECT', 'foreign-affairs', '对外事务', 'Foreign affairs', 19),
('SUBJECT', 'hk-macao-taiwan', '港澳台侨工作', 'Hong Kong, Macao, Taiwan and overseas Chinese affairs', 20),
('SUBJECT', 'defence', '国防', 'Defence', 21),
('SUBJECT', 'other', '其他', 'Other', 22);

-- Genres: the fifteen kinds of official document, the government decree, and what is none of them.
insert into catalogue.term (vocabulary, code, name, name_en, position) values
('GENRE', 'decree', '令', 'Decree', 1),
('GENRE', 'resolution', '决议', 'Resolution', 2),
('GENRE', 'decision', '决定', 'Decision', 3),
('GENRE', 'order', '命令', 'Order', 4),
('GENRE', 'communique', '公报', 'Communiqué', 5),
('GENRE', 'announcement', '公告', 'Announcement', 6),
('GENRE', 'public-notice', '通告', 'Public notice', 7),
('GENRE', 'opinion', '意见', 'Opinion', 8),
('GENRE', 'notice', '通知', 'Notice', 9),
('GENRE', 'circular', '通报', 'Circular', 10),
('GENRE', 'report', '报告', 'Report', 11),
('GENRE', 'request', '请示', 'Request for instructions', 12),
('GENRE', 'reply', '批复', 'Official reply', 13),
('GENRE', 'proposal', '议案', 'Proposal', 14),
('GENRE', 'letter', '函', 'Letter', 15),
('GENRE', 'minutes', '纪要', 'Minutes', 16),
('GENRE', 'other', '其他', 'Other', 17);

insert into catalogue.term (vocabulary, code, name, name_en, position) values
('AUDIENCE_GROUP', 'individuals', '个人', 'Individuals', 1),
('AUDIENCE_GROUP', 'enterprises', '企业', 'Enterprises', 2),
('AUDIENCE_GROUP', 'social-organisations', '社会组织', 'Social organisations', 3),
('AUDIENCE_GROUP', 'students', '学生', 'Students', 4),
('AUDIENCE_GROUP', 'job-seekers', '求职者', 'Job seekers', 5),
('AUDIENCE_GROUP', 'elderly', '老年人', 'Elderly people', 6),
('AUDIENCE_GROUP', 'disabled', '残疾人', 'People with disabilities', 7),
('AUDIENCE_GROUP', 'farmers', '农民', 'Farmers', 8),
('AUDIENCE_GROUP', 'investors', '投资者', 'Investors', 9);

-- Index numbers ------------------------------------------------------------------------------------------------------

-- The scheme of an organ from a day on; organ_id null is the scheme of every organ without one of its own.
create table catalogue.index_scheme (
    id         bigint generated always as identity primary key,
    organ_id   bigint,
    pattern    text not null,
    valid_from date not null,
    made_by    text not null,
    made_at    timestamptz not null,
    unique nulls not distinct (organ_id, valid_from)
);
insert into catalogue.index_scheme (organ_id, pattern, valid_from, made_by, made_at)
values (null, '{organ}/{yyyy}-{5}', '2008-05-01', 'system', now());

-- The last serial given out for a stem, the number with {#} in place of its serial. It only grows.
create table catalogue.index_counter (
    stem text primary key,
    last bigint not null
);

-- Every number that was ever issued, or met in an import, whatever became of it; committed at once and never deleted.
create table catalogue.index_number (
    number   text primary key,
    normal   text not null,
    organ_id bigint not null,
    origin   text not null check (origin in ('ISSUED', 'FOREIGN')),
    at       timestamptz not null
);
create index on catalogue.index_number (normal);

-- Foreign numbers that an import has really taken, written in the import's own transaction.
create table catalogue.index_taken (
    number   text primary key,
    organ_id bigint not null
);

-- Guide and rules ----------------------------------------------------------------------------------------------------

create function catalogue.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'an edition of % never changes', tg_table_name;
end $$;

-- What is being prepared; one draft per organ.
create table catalogue.guide_draft (
    organ_id       bigint primary key,
    version        int not null,
    office_name    text not null,
    classification text not null,
    arrangement    text not null,
    obtaining      text not null,
    on_request     text not null,
    remedies       text not null,
    saved_by       text not null,
    saved_at       timestamptz not null
);

create table catalogue.guide_edition (
    organ_id       bigint not null,
    number         int not null,
    organ_name     text not null,
    office_name    text not null,
    classification text not null,
    arrangement    text not null,
    obtaining      text not null,
    on_request     text not null,
    remedies       text not null,
    address        text not null,
    post_code      text not null,
    phone          text not null,
    fax            text not null,
    email          text not null,
    office_hours   text not null,
    published_by   text not null,
    published_at   timestamptz not null,
    primary key (organ_id, number)
);
create trigger guide_edition_is_immutable before update or delete on catalogue.guide_edition
    for each row execute function catalogue.refuse_change();

create sequence catalogue.rule_id;

create table catalogue.rule (
    id          bigint primary key,
    organ_id    bigint not null,
    version     int not null,
    draft_title text,
    draft_body  text,
    saved_by    text not null,
    saved_at    timestamptz not null,
    repealed_on date
);
create index on catalogue.rule (organ_id);

create table catalogue.rule_edition (
    rule_id      bigint not null references catalogue.rule,
    number       int not null,
    title        text not null,
    body_html    text not null,
    published_by text not null,
    published_at timestamptz not null,
    primary key (rule_id, number)
);
create trigger rule_edition_is_immutable before update or delete on catalogue.rule_edition
    for each row execute function catalogue.refuse_change();

-- Who last changed a word, and when; what the program brought with it has no name.
alter table disclosure.word add column by_name text not null default '';
alter table disclosure.word add column at timestamptz;

-- The first list held short forms that are right in their place and successors that have successors themselves.
update disclosure.word set retired_at = now()
 where by_name = '' and wrong in ('国家工商总局', '国务院法制局', '人事劳动保障局', '国家环境保护总局', '劳动改造机关');

-- Names of laws that are often written wrongly, and bodies of the State Council that other bodies took the place of in 2018 and 2023.
insert into disclosure.word (wrong, correct, note, binding) values
    ('保守国家机密法', '保守国家秘密法', '法律名称为《中华人民共和国保守国家秘密法》', false),
    ('消费者权益保障法', '消费者权益保护法', '法律名称为《中华人民共和国消费者权益保护法》', false),
    ('未成年保护法', '未成年人保护法', '法律名称为《中华人民共和国未成年人保护法》', false),
    ('残疾人保护法', '残疾人保障法', '法律名称为《中华人民共和国残疾人保障法》', false),
    ('妇女权益保护法', '妇女权益保障法', '法律名称为《中华人民共和国妇女权益保障法》', false),
    ('老年人权益保护法', '老年人权益保障法', '法律名称为《中华人民共和国老年人权益保障法》', false),
    ('环境保护部', '生态环境部', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国土资源部', '自然资源部', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国家卫生和计划生育委员会', '国家卫生健康委员会', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国家工商行政管理总局', '国家市场监督管理总局', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国家质量监督检验检疫总局', '国家市场监督管理总局', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国家旅游局', '文化和旅游部', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('国务院法制办公室', '司法部', '2018年国务院机构改革；引用此前的文件可以保留', false),
    ('中国银行保险监督管理委员会', '国家金融监督管理总局', '2023年党和国家机构改革；引用此前的文件可以保留', false)
on conflict (wrong) do nothing;
update disclosure.word set note = '规范用语见《中华人民共和国残疾人保障法》' where wrong = '残废人' and by_name = '';

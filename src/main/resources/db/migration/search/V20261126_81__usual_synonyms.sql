-- What citizens usually say and what documents write; the office changes them as it likes.
insert into search.synonym_group (words)
select array(select distinct unnest(words))
  from (values
    (array['低保', '最低生活保障']),
    (array['公租房', '公共租赁住房']),
    (array['廉租房', '廉租住房']),
    (array['经适房', '经济适用住房', '经济适用房']),
    (array['社保', '社会保险']),
    (array['医保', '医疗保险']),
    (array['新农合', '新型农村合作医疗']),
    (array['环评', '环境影响评价']),
    (array['棚改', '棚户区改造']),
    (array['营业执照', '工商执照']),
    (array['计生', '计划生育']),
    (array['城管', '城市管理']),
    (array['三公经费', '三公消费']),
    (array['户籍', '户口'])) as usual (words)
 where not exists (select 1 from search.synonym_group g where g.words && usual.words);

p='src/test/java/org/yangguang/bench/PageBench.java'; s=open(p).read()
s=s.replace('''long a publication takes to be seen; and what invented addresses do to the rest. Argument: seconds a measurement lasts, 10 unless given.
 */''','''long a publication takes to be seen; and what invented addresses do to the rest. Arguments: seconds a measurement lasts, 10 unless
 * given; a data directory that holds the district already, so that it need not be loaded.
 */''')
s=s.replace('''        Path directory = Files.createTempDirectory("yangguang-bench");
''','''        Path directory = Files.createTempDirectory("yangguang-bench");
        Path data = arguments.length < 2 ? directory.resolve("data") : Path.of(arguments[1]);
''',1)
s=s.replace('"--yangguang.data-dir=" + directory.resolve("data"),','"--yangguang.data-dir=" + data,')
open(p,'w').write(s)

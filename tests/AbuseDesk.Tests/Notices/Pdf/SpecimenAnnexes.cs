using AbuseDesk.Notices.Document;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>The annexes of the specimen: 24 of its 98 items, its documents, and the exhibits.</summary>
internal static class SpecimenAnnexes
{
    public static IReadOnlyList<TableRow> Items { get; } =
    [
        Item(1, "16 Nov 2020|09:42:10", "perch.example/p/rekepbq8", "“[name] needs to pay for this in person. Somebody should see to it.”", "6.2|high", 1, "**still available**"),
        Item(2, "18 Nov 2020|19:28:06", "perch.example/p/zfsykwfw", "“Stop talking. Make them afraid to leave the house.”", "6.2|high", 1, "_removed|24 Nov 2020_"),
        Item(3, "20 Nov 2020|16:46:38", "cdn.perch.example/i/kxdfa6y8z8.png", "“[group] had it coming. Somebody do something about it.”", "6.2|high", 1, "_removed|8 Dec 2020_"),
        Item(4, "23 Nov 2020|06:14:05", "perch.example/p/7e8dhj8p", "“Words are over. [name] should be hurt.”", "6.2|high", 2, "_removed|8 Dec 2020_"),
        Item(5, "23 Nov 2020|07:21:40", "perch.example/p/dm8j2ns7", "“Whoever finds [name] first, do not be gentle.”", "6.2|high", 2, "_removed|1 Dec 2020_"),
        Item(6, "26 Nov 2020|08:56:27", "perch.example/p/jtwyghwn", "“We have the street and the number. Saturday, eight in the evening, [place]. Bring what you have.”", "6.2|critical", 2, "**still available**"),
        Item(7, "26 Nov 2020|19:16:04", "perch.example/p/srm3q52s", "“Someone should smoke them out.”", "6.2|high", 2, "_removed|22 Dec 2020_"),
        Item(8, "30 Nov 2020|14:05:51", "perch.example/p/8p788h4j", "“If they march again, go in hard and leave nobody standing.”", "6.2|high", 3, "**still available**"),
        Item(9, "1 Dec 2020|08:38:08", "perch.example/p/kksj5a88", "“If they come here, we strike first. Be ready.”", "7.4|high", 3, "_removed|8 Dec 2020_"),
        Item(10, "1 Dec 2020|14:09:52", "perch.example/p/hxufbv4u", "“There is only one way to deal with [group], and it is not a vote.”", "7.4|medium", 3, "_removed|8 Dec 2020_"),
        Item(11, "2 Dec 2020|20:13:56", "perch.example/p/3aq3gja8", "“Bring whatever you can swing. [place], seven in the evening.”", "7.4|critical", 3, "_removed|15 Dec 2020_"),
        Item(12, "3 Dec 2020|08:56:17", "perch.example/p/behafw9v", "“Do not let [name] get home.”", "7.4|high", 3, "_removed|5 Jan 2021_"),
        Item(13, "4 Dec 2020|12:18:08", "perch.example/p/7wd7hkgp", "“Ten of us are enough to get through the side door. Say below if you are in.”", "7.4|critical", 3, "**still available**"),
        Item(14, "7 Dec 2020|12:09:10", "perch.example/p/harwhm9a", "“They will only listen when it hurts. So let it hurt.”", "7.4|medium", 4, "**still available**"),
        Item(15, "7 Dec 2020|12:43:32", "perch.example/p/4xehn6k5", "“[name] walks the dog at six. That is all I am saying.”", "7.4|critical", 4, "**still available**"),
        Item(16, "8 Dec 2020|16:47:52", "cdn.perch.example/i/g6526q9k87.png", "“Every one of [group] should be driven out by force.”", "7.4|medium", 4, "_removed|9 Jan 2021_"),
        Item(17, "8 Dec 2020|20:21:34", "perch.example/p/ycca663u", "“The doors at [place] are not strong. Bring tools.”", "7.4|critical", 4, "**still available**"),
        Item(18, "9 Dec 2020|08:22:26", "perch.example/p/72dsfep3", "“Someone should shut [name] up for good.”", "7.4|high", 4, "**still available**"),
        Item(93, "8 Jan 2021|09:17:40", "perch.example/p/nkmeqt3b", "“Same again soon, but this time nobody holds back.”", "7.4|high", 8, "**still available**"),
        Item(94, "8 Jan 2021|09:37:22", "perch.example/p/7yum6qk5", "“[place] is not guarded at night. Use that.”", "7.4|critical", 8, "**still available**"),
        Item(95, "8 Jan 2021|13:20:17", "perch.example/p/xsam5yf2", "“Anyone who works for [group] is fair game.”", "7.4|high", 8, "**still available**"),
        Item(96, "9 Jan 2021|05:26:47", "perch.example/p/qk2trtrt", "“Last warning to [name]: we are at your door tonight.”", "7.4|critical", 8, "**still available**"),
        Item(97, "9 Jan 2021|06:36:44", "perch.example/p/gkq8mwhx", "“Make a list of who was there, and visit them.”", "7.4|high", 8, "**still available**"),
        Item(98, "9 Jan 2021|06:48:33", "perch.example/p/saddkpqk", "“No more talk. Sunday, [place], and come armed.”", "7.4|critical", 8, "**still available**"),
    ];

    public static TableBlock ItemTable(IReadOnlyList<TableRow> rows) => new(
        TableStyle.Annex,
        [new(9, Align.Right), new(22), new(null), new(15), new(11, Align.Right), new(24)],
        Row("Item", "Seen", "Location and excerpt", "Clause|Severity", "Batch", "State"),
        [.. rows, new TableRow([Cell(""), Cell("98 items: 37 removed, 61 still available") with { Span = 5 }]) { Sum = true }]);

    public static TableBlock DocumentTable { get; } = new(
        TableStyle.Annex,
        [new(12), new(null), new(31)],
        Row("Exhibit", "Document and SHA-256", "Date and time (PST)"),
        [
            Document(1, "Forwarding of batch 1 (items 1 to 3)", "c8f4ff37099a7ab709ae18465ba8cffcc061aa98b6ee25eb8dca1326728da084", "23 Nov 2020, 09:00"),
            Document(2, "Forwarding of batch 2 (items 4 to 7)", "bbde8406aa45752d022cc911689889ba19654e68ef5b2e78c1bca3d5bfdc9161", "30 Nov 2020, 09:00"),
            Document(3, "Forwarding of batch 3 (items 8 to 13)", "39f8b21972270f119498af1ea9484c8695bdab1c8bc8b6b6c2befd8ba279e331", "7 Dec 2020, 09:00"),
            Document(4, "Warning", "f1566b0dfe94f57388880cead75f702e8c188ebbd3f84483fd5940a80481e8d1", "10 Dec 2020, 10:30"),
            Document(5, "Forwarding of batch 4 (items 14 to 21)", "498e1977f95e7ed1700323521e07a14a79b019caf176d3b736872237ae217be1", "14 Dec 2020, 09:00"),
            Document(6, "Forwarding of batch 5 (items 22 to 32)", "15a74fc745c8730794f9725cb54a9d27ed1ac780ffa1f65df2fa265137eb9408", "21 Dec 2020, 09:00"),
            Document(7, "Forwarding of batch 6 (items 33 to 47)", "5ef63eb01a170fae8b033cbafdeca669cc7c304874451baa01e1ea23ff974173", "28 Dec 2020, 09:00"),
            Document(8, "Plan request, with five criteria", "d036b62e8999c3d66118c87998c326454a8c9e5ea968b8d1c2690f8a95d58ff7", "28 Dec 2020, 15:00"),
            Document(9, "Forwarding of batch 7 (items 48 to 68)", "5636cc943c11f9739444eb5fcfdcb5e09dca8ac3db2e94d746bfd036ae04ce46", "4 Jan 2021, 09:00"),
            Document(10, "Your plan, as received", "225ab2994d6e04e9e0322270672a71b48ed8faa65fb5ce9c7f31079952a993a8", "7 Jan 2021, 08:12"),
            Document(11, "Assessment of your plan", "cb840a3973a8f6993cc4fc0d9461aa59983dbb815a5fb6b33ab3d35a19b28e06", "8 Jan 2021, 11:40"),
            Document(12, "Forwarding of batch 8 (items 69 to 98)", "c996112ee9f134effff947732cbaf5ea7fa3ffa609807d335948cac8c27d1d2c", "9 Jan 2021, 08:00"),
            Document(13, "Record of the nine checks", "f1614ea17818f2f6ffc87640cd7dbffbf4860215f654ae97604840197e2bb025", "9 Jan 2021, 17:00"),
            Document(14, "Terms of Service, version of 1 May 2019", "bd3b8e57f71dc52ab8606a7860cd6a72f4b6eb0d79614463290f64d4f731e3f7", "1 May 2019"),
            Document(15, "Terms of Service, version of 1 December 2020", "c4ba6e20f165e587e5b7e55b0cfb1c5db9c79ad9f6feeb6955bb785a81de3195", "1 Dec 2020"),
        ]);

    public static ExhibitBlock Exhibit(int item, ExhibitPicture picture) => new(
        $"Exhibit\u00a0{item}",
        new Link($"#i{item}", Marked.Text($"Item {item} in Annex A")),
        [
            new("Item", Marked.Text($"{item}, severity critical, still available on 9 January 2021, 17:00 PST")),
            new("Clause", Marked.Text("6.2, version of 1 May 2019")),
            new("URL", Marked.Text("https://perch.example/p/jtwyghwn")),
            new("Seen", Marked.Text("26 November 2020, 16:56:27 UTC|26 November 2020, 08:56:27 PST; 26 November 2020, 17:56:27 CET")),
            new("Excerpt", [new TextRun("“We have the street and the number. Saturday, eight in the evening, [place]. Bring what you have.”")], Quoted: true),
            new("Captured by", Marked.Text($"Ines Calder, Abuse Desk, whole page from the browser, {picture.Width} × {picture.Height} pixels, JPEG")),
            new("SHA-256", [new HashRun(picture.Sha256)]),
        ],
        picture)
    { Anchor = $"x{item}" };

    public static TableRow Item(int number, string seen, string location, string excerpt, string clause, int batch, string state) => new(
    [
        Cell($"[{number}](#x{number})"),
        Cell(seen),
        Cell(location) with { Excerpt = [new TextRun(excerpt)] },
        Cell(clause),
        Cell($"{batch}"),
        Cell(state),
    ])
    { Anchor = $"i{number}" };

    public static TableRow Row(params string[] cells) => new([.. cells.Select(Cell)]);

    public static TableCell Cell(string text) => new(text.Length == 0 ? [] : Marked.Text(text));

    private static TableRow Document(int number, string name, string sha256, string date) =>
        Row($"D{number}", $"{name}|{{hash:{sha256}}}", date) with { Anchor = $"xD{number}" };
}

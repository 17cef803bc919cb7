using AbuseDesk.Notices.Document;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenAnnexes;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>The tables and the chart in the text of the specimen.</summary>
internal static class SpecimenTables
{
    public static TableBlock Instants { get; } = new(TableStyle.Instants, [new(19), new(null), new(42, Align.Right)], null,
    [
        Row("Our time", "Sunday 10~January 2021, 23:59~PST", "America/Los_Angeles, UTC−8"),
        Row("Your time", "Monday 11~January 2021, 08:59~CET", "Europe/Paris, UTC+1"),
        Row("UTC", "Monday 11~January 2021, 07:59~UTC", ""),
    ]);

    public static TableBlock Batches { get; } = new(
        TableStyle.Plain,
        [new(11), new(32), new(32), new(null), new(11, Align.Right), new(16, Align.Right), new(15, Align.Right)],
        Row("Batch", "Sent", "To act by", "Exhibit", "Items", "Removed", "Still|available"),
        [
            Row("1", "23 Nov 2020, 09:00", "24 Nov 2020, 09:00", "[D1](#xD1)", "3", "2", "1"),
            Row("2", "30 Nov 2020, 09:00", "1 Dec 2020, 09:00", "[D2](#xD2)", "4", "3", "1"),
            Row("3", "7 Dec 2020, 09:00", "8 Dec 2020, 09:00", "[D3](#xD3)", "6", "4", "2"),
            Row("4", "14 Dec 2020, 09:00", "15 Dec 2020, 09:00", "[D5](#xD5)", "8", "4", "4"),
            Row("5", "21 Dec 2020, 09:00", "22 Dec 2020, 09:00", "[D6](#xD6)", "11", "5", "6"),
            Row("6", "28 Dec 2020, 09:00", "29 Dec 2020, 09:00", "[D7](#xD7)", "15", "6", "9"),
            Row("7", "4 Jan 2021, 09:00", "5 Jan 2021, 09:00", "[D9](#xD9)", "21", "8", "13"),
            Row("8", "9 Jan 2021, 08:00", "10 Jan 2021, 08:00", "[D12](#xD12)", "30", "5", "25"),
            new TableRow([Cell("All batches") with { Span = 4 }, Cell("98"), Cell("37"), Cell("61")]) { Sum = true },
        ])
    {
        Caption = new("Table\u00a01.", Marked.Text("Batches sent to abuse@perch.example; state at the check of 9~January 2021, 17:00~PST.")),
    };

    public static TableBlock Preconditions { get; } = new(
        TableStyle.Plain,
        [new(33), new(null), new(20)],
        Row("Precondition", "Fact", "Exhibit"),
        [
            Row(
                "(a) life or safety of persons in danger",
                "39 of the 90~items are of severity critical: they call for an act and name a place, a time or a means. 29 of the 39 were still available on 9~January 2021, 17:00~PST.",
                "[Annex A](#annexA)|[D13](#xD13)"),
            Row("(b) written warning", "Warning of 10~December 2020, sent to abuse@perch.example and legal@perch.example.", "[D4](#xD4)"),
            Row(
                "(c) no adequate plan on request",
                "Plan requested on 28~December 2020, received on 7~January 2021, assessed on 8~January 2021: insufficient (section~3).",
                "[D8](#xD8), [D10](#xD10), [D11](#xD11)"),
        ])
    {
        Caption = new("Table\u00a02.", Marked.Text("Preconditions of clause~9.3 and their proof.")),
    };

    public static ChartBlock Trend { get; } = new(
        new Caption("Figure\u00a01.", Marked.Text("Items by week first seen; state at the check of 9~January 2021, 17:00~PST.")),
        new ChartLegend("still available", "removed"),
        [
            new("16 Nov", 1, 2), new("23 Nov", 1, 3), new("30 Nov", 2, 4), new("7 Dec", 4, 4),
            new("14 Dec", 6, 5), new("21 Dec", 9, 6), new("28 Dec", 13, 8), new("4 Jan", 25, 5),
        ],
        [
            new(2.143, "1 Dec", "new Terms"), new(3.486, "10 Dec", "warning"), new(6.086, "28 Dec", "plan request"),
            new(7.471, "7 Jan", "plan"), new(7.814, "9 Jan", "check"),
        ])
    {
        Description = "Items first seen by week: 3, 4, 6, 8, 11, 15, 21, 30.",
    };
}

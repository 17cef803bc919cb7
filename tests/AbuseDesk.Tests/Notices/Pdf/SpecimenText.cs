using AbuseDesk.Notices.Document;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>The words of the specimen notice.</summary>
internal static class SpecimenText
{
    public static IReadOnlyList<Block> Facts { get; } =
    [
        Tight("Date", "Saturday 9~January 2021"),
        Tight("Reference", "N-2021-0036, in case C-2020-0417"),
        Labelled("Delivery", "By e-mail to legal@perch.example, with copies to abuse@perch.example and owner@perch.example"),
        Tight("From", "Example Cloud, Abuse Desk (“we”)"),
        Tight("To", "Perch Social, Legal (“you”), account~A-1042"),
        new TitleBlock(Marked.Text("Notice of suspension of account~A-1042, effective Sunday 10~January 2021, 23:59~PST")),
        Paragraph("We will suspend all services of your account at the instant stated below. The ground is content on your service that incites violence, contrary to clause~7.4 of our Terms of Service (until 30~November 2020: clause~6.2). The suspension is made under clause~9.3, on notice and without a period to cure. We sent you 98~items of such content. On 9~January 2021 at 17:00~PST, 37 were removed and 61~of~98 were still available."),
        Instants,
        Paragraph("Times in this notice are Pacific Standard Time (PST) unless another zone is named. Paris time (CET) is nine hours later."),
        new HeadingBlock(1, "1", Marked.Text("Facts")),
        Labelled("1.1", "Between 16~November 2020 and 9~January 2021 we recorded 98~items of content on perch.example and cdn.perch.example that incite violence. Each was captured as a screenshot and upheld as a violation (Annex~A; Exhibits~1~to~98). At the instant each item was seen, its location was assigned to your account."),
        Labelled("1.2", "Reports by third parties brought 71 of the items to us; 27 are our own finding. We do not disclose who reported. Members of our staff decided on every item and on this measure. No automated means were used in these decisions."),
        Labelled("1.3", "We sent you the items in eight batches. Each batch named a date to act by, 24~hours after it was sent. Table~1 shows the batches and their state at our last check ([Exhibit~D13](#xD13))."),
        Batches,
        Labelled("1.4", "Batches 1~to~7 hold 68~items, and their dates to act by had passed at that check. Of these 68, 13 were removed by the date to act by, 19 were removed later, and 36 were still available."),
        Labelled("1.5", "Batch~8 holds 30~items. Its date to act by, 10~January 2021, 08:00~PST, had not passed at that check; it passes before the suspension takes effect. Five of the 30 were removed and 25 were still available."),
        Labelled("1.6", "We first saw 3~items in the week of Monday 16~November 2020 and 30 in the week of Monday 4~January 2021 (Figure~1)."),
        Trend,
        Labelled("1.7", "We warned you on 10~December 2020 ([Exhibit~D4](#xD4)). At the check before it, on 8~December 2020, 7 of the 13~items sent by then were still available. On 28~December 2020 we asked you for a plan ([Exhibit~D8](#xD8))."),
        new HeadingBlock(1, "2", Marked.Text("Contractual basis")),
        Labelled("2.1", "Two versions of our Terms of Service were in force while the items were seen ([Exhibit~D14](#xD14), [Exhibit~D15](#xD15)). Each item is judged by the version in force at the instant it was seen. The later version renumbers clause~6.2 as clause~7.4 and rewords it."),
        new QuoteBlock(Marked.Text("**Version of 1~May 2019**, in force until 30~November 2020, 23:59:59~PST. Items~1~to~8."), [new(null, Marked.Text("**6.2 Violence.** You must not use the Service to store or publish content that threatens violence against a person or incites others to it."))]),
        new QuoteBlock(Marked.Text("**Version of 1~December 2020**, in force since 1~December 2020, 00:00~PST. Items~9~to~98."), [new(null, Marked.Text("**7.4 Incitement to violence.** Customer Content must not call for, threaten or encourage violence against a person or a group of persons. Where we send you such content, you must remove it by the date we state."))]),
        Labelled("2.2", "The version in force today names two paths to a suspension."),
        new QuoteBlock(Marked.Text("**Version of 1~December 2020**, clauses on the measure."), [new(null, Marked.Text("**9.2 Suspension after a period to cure.** We may suspend the Service if you breach these Terms in a material way and have not cured the breach within 30~days of our notice."))]),
        new QuoteBlock(null,
        [
            new(null, Marked.Text("**9.3 Immediate suspension.** We may suspend the Service immediately upon notice, and clause~9.2 does not apply, where")),
            new("(a)", Marked.Text("content in breach of clause~7.4 endangers the life or safety of persons;")),
            new("(b)", Marked.Text("we have warned you in writing of such content before; and")),
            new("(c)", Marked.Text("you have not given us, on request, an adequate plan to end the breach.")),
        ]),
        Labelled("2.3", "We take the path of clause~9.3. The 30~days of clause~9.2 do not apply. Table~2 gives for each precondition the fact and its proof. For (a) we count only the 90~items under clause~7.4."),
        Preconditions,
    ];

    public static IReadOnlyList<Block> Measure { get; } =
    [
        new HeadingBlock(1, "3", Marked.Text("Your plan of 7~January 2021 and our assessment")),
        Labelled("3.1", "Our request of 28~December 2020 named five criteria ([Exhibit~D8](#xD8)). Your plan of 7~January 2021 ([Exhibit~D10](#xD10)) was assessed on 8~January 2021 ([Exhibit~D11](#xD11)). Four criteria are not met; one is met in part."),
        Labelled("Staffing", "The plan relies on volunteers. It states neither their number nor their hours and names nobody who is responsible for them.", "not met"),
        Labelled("Coverage", "Volunteers are to look at posts that users report. The plan does not say who looks at the items that we send, or when.", "not met"),
        Labelled("Time to removal", "The plan sets no time. Of the 68~items sent by then, 13 had been removed by their date to act by.", "not met"),
        Labelled("Backlog", "The plan sets no date for the items already sent. At the check of 8~January 2021, 09:00~PST, 39~of~68 were still available.", "not met"),
        Labelled("Prevention", "The plan announces a word filter for new posts. It gives no date for it and no step against copies of posts that were removed.", "met in part"),
        Labelled("3.2", "**Verdict: insufficient.** The plan binds nobody by name, sets no time to removal, and leaves the 39~items then available without a date."),
        new HeadingBlock(1, "4", Marked.Text("The measure")),
        Labelled("Scope", "All services of account~A-1042: perch.example, cdn.perch.example, 198.51.100.32/27 and 198.51.100.96/28."),
        Labelled("Territory", "Worldwide."),
        Labelled("Effective", "Sunday 10~January 2021, 23:59~PST. In Paris: Monday 11~January 2021, 08:59~CET. In UTC: Monday 11~January 2021, 07:59."),
        Labelled("Duration", "Until we lift the suspension in writing, or the contract ends."),
        Labelled("Stops", "Delivery of content from these resources to the public. Writing of data to them. Starting of new resources."),
        Labelled("Does not stop", "Storage of your data and its export (section~5). Your sign-in to the console. Our replies to you under this reference."),
        Labelled("Ground", "Breach of the Terms of Service as set out in section~2. This notice makes no finding that content is unlawful."),
        new HeadingBlock(1, "5", Marked.Text("Your data")),
        Labelled("5.1", "We preserve all data of account~A-1042 until Wednesday 10~February 2021, 23:59~PST (Thursday 11~February 2021, 08:59~CET; 07:59~UTC), so that you can migrate it. We delete none of it before that instant."),
        Labelled("5.2", "From the effective instant the data can be read but not changed. To export it, sign in at console.cloud.example as owner and choose Export. Databases, storage buckets and disk images can be exported there or through the API."),
        Labelled("5.3", "For help with the migration or more time, write to migration@cloud.example before the preservation ends and quote N-2021-0036."),
        Labelled("5.4", "Evidence of the 98~items is kept apart from your data and is not affected by that date."),
        new HeadingBlock(1, "6", Marked.Text("What you can do")),
        Labelled("Acknowledge", "Please confirm receipt by Sunday 10~January 2021, 12:00~PST (21:00~CET; 20:00~UTC). The suspension does not depend on it."),
        Labelled("Reply", "You may reply at any time to abuse@cloud.example, dispute any item by its number in Annex~A, and send a new plan. We then check the items again and assess the plan by the criteria of section~3."),
        Labelled("Review", "You may ask legal@cloud.example for a review of this decision. A person who neither prepared nor approved this notice decides on it."),
        Labelled("Courts", "Your right to bring the matter before a court is not affected."),
        Labelled("Our rights", "We reserve all further rights under the Terms of Service."),
        new SignatureBlock("Example Cloud", [new("Prepared by", "Ines Calder", "Abuse Desk"), new("Legal approval", "Ruth Ostrander", "Counsel")]),
        Labelled("Annexes", "[A, Items](#annexA) (page~{page:annexA}). [B, Exhibits](#annexB) (page~{page:annexB})."),
        Labelled("Verify", "The legal approval binds this file by its SHA-256. To verify the file, go to abuse.cloud.example/verify and enter the code~7QXM-4KD2."),
    ];

    private static TableBlock Instants => SpecimenTables.Instants;

    private static TableBlock Batches => SpecimenTables.Batches;

    private static ChartBlock Trend => SpecimenTables.Trend;

    private static TableBlock Preconditions => SpecimenTables.Preconditions;

    private static ParagraphBlock Paragraph(string text) => new(Marked.Text(text));

    private static ParagraphBlock Tight(string label, string text) => new(Marked.Text(text)) { Label = label, Tight = true };

    private static ParagraphBlock Labelled(string label, string text, string? verdict = null) =>
        new(Marked.Text(text)) { Label = label, Verdict = verdict };
}

using System.Text;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using SkiaSharp;

namespace AbuseDesk.Tests.Evidence;

public sealed class AddingEvidence(Engine engine) : DeskTest(engine)
{
    private static readonly byte[] Picture = Pictures.Noise(SKEncodedImageFormat.Png);

    [Test]
    public async Task A_screenshot_is_measured_and_shown_with_its_capture()
    {
        var facts = Screenshot("post.png") with { SourceUrl = "https://perch.example/p/1" };
        var added = await Get<AddEvidence>().RunAsync(People.Ines, Picture, facts);

        var shown = await Get<ShowEvidence>().RunAsync("sha256:" + added.Stored.Sha256.ToUpperInvariant());

        Assert.That(shown.Evidence, Is.EqualTo(new EvidenceRow
        {
            Sha256 = Sha256.Of(Picture),
            Size = Picture.Length,
            MediaType = "image/png",
            Width = 160,
            Height = 120,
            StoredAt = Clock.Now,
        }));
        Assert.That(shown.Captures, Is.EqualTo(new[]
        {
            new Capture
            {
                Id = added.CaptureId, Sha256 = Sha256.Of(Picture), Purpose = "screenshot", FileName = "post.png",
                SourceUrl = "https://perch.example/p/1", CapturedAt = At("2020-11-16T10:00:00Z"), CapturedBy = "ines",
                Method = "browser screenshot", AddedAt = Clock.Now, AddedBy = "ines",
            },
        }));
        Assert.That((await Get<ReadEvidence>().RunAsync(added.Stored.Sha256)).Bytes, Is.EqualTo(Picture));
    }

    [Test]
    public async Task The_same_bytes_again_are_one_file_with_two_captures()
    {
        var first = await Get<AddEvidence>().RunAsync(People.Ines, Picture, Screenshot("a.png"));
        var second = await Get<AddEvidence>().RunAsync(People.Tomas, Picture, Screenshot("b.png"));

        var shown = await Get<ShowEvidence>().RunAsync(first.Stored.Sha256);

        Assert.That(second.CaptureId, Is.Not.EqualTo(first.CaptureId));
        Assert.That(shown.Captures.Select(capture => capture.FileName), Is.EqualTo(new[] { "a.png", "b.png" }));
        Assert.That(await Database.ReadAsync(connection => connection.QuerySingleAsync<long>("select count(*) from evidence")), Is.EqualTo(1));
    }

    [Test]
    public async Task An_act_that_fails_leaves_no_row()
    {
        var stored = await Get<StoreEvidence>().RunAsync(Picture, "a.png", EvidencePurpose.Screenshot);

        Assert.That(() => Database.WriteAsync(async tx =>
        {
            await EvidenceRecords.AddAsync(tx, People.Ines, stored, Screenshot("a.png"));
            throw new DeskException("no");
        }), Throws.TypeOf<DeskException>());

        Assert.That(await Database.ReadAsync(connection => EvidenceRecords.FindAsync(connection, stored.Sha256)), Is.Null);
        Assert.That((await Get<AddEvidence>().RunAsync(People.Ines, Picture, Screenshot("a.png"))).Stored, Is.EqualTo(stored));
    }

    [Test]
    public void A_screenshot_that_is_no_image_is_refused() =>
        Assert.That(() => Get<AddEvidence>().RunAsync(People.Ines, Encoding.UTF8.GetBytes("hello"), Screenshot("a.png")),
            Throws.TypeOf<DeskException>().With.Message.Contains("is not an image"));

    [Test]
    public void An_empty_file_is_refused() =>
        Assert.That(() => Get<AddEvidence>().RunAsync(People.Ines, [], Screenshot("plan.md") with { Purpose = EvidencePurpose.Plan }),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("“plan.md” is empty; choose the file again."));

    [Test]
    public void The_auditor_adds_nothing() =>
        Assert.That(() => Get<AddEvidence>().RunAsync(People.Auditor, Picture, Screenshot("a.png")),
            Throws.TypeOf<DeskException>().With.Message.Contains("may not add evidence"));

    [Test]
    public void An_unknown_hash_is_named() =>
        Assert.That(() => Get<ShowEvidence>().RunAsync(new string('0', 64)),
            Throws.TypeOf<DeskException>().With.Message.Contains("There is no evidence 0000"));

    [Test]
    public async Task The_act_is_in_the_journal()
    {
        var added = await Get<AddEvidence>().RunAsync(People.Ines, Picture, Screenshot("a.png"));

        var entry = await Database.ReadAsync(connection => connection.QuerySingleAsync<JournalEntry>("select * from journal"));

        Assert.That((entry.Chain, entry.Actor, entry.Act), Is.EqualTo((JournalWriter.Desk, "ines", "evidence-added")));
        Assert.That(entry.Details, Does.Contain(added.Stored.Sha256));
    }

    private static CaptureFacts Screenshot(string fileName) => new()
    {
        Purpose = EvidencePurpose.Screenshot,
        FileName = fileName,
        CapturedAt = At("2020-11-16T10:00:00Z"),
        CapturedBy = "ines",
        Method = "browser screenshot",
    };
}

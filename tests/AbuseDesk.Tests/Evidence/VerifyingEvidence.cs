using System.Text;
using AbuseDesk.Evidence;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Evidence;

public sealed class VerifyingEvidence(Engine engine) : DeskTest(engine)
{
    [Test]
    public async Task What_is_missing_or_changed_is_listed_and_the_rest_counted()
    {
        var kept = await AddAsync("kept");
        var changed = await AddAsync("changed");
        var missing = await AddAsync("missing");
        File.SetAttributes(FileOf(changed), FileAttributes.Normal);
        await File.AppendAllTextAsync(FileOf(changed), "!");
        File.Delete(FileOf(missing));

        var verdict = await Get<VerifyEvidence>().RunAsync();

        Assert.That((verdict.Files, verdict.Bytes, verdict.Intact), Is.EqualTo((3L, 4L, false)));
        Assert.That(verdict.Broken.Select(broken => broken.Sha256), Is.EquivalentTo(new[] { changed, missing }).And.None.EqualTo(kept));
        Assert.That(verdict.Broken.Single(broken => broken.Sha256 == changed).Reason, Does.Contain("were changed"));
        Assert.That(verdict.Broken.Single(broken => broken.Sha256 == missing).Reason, Does.Contain("are missing"));
    }

    [Test]
    public async Task All_pages_are_read()
    {
        await Database.WriteAsync(async tx =>
        {
            for (var i = 0; i < 501; i++)
                await tx.ExecuteAsync(
                    "insert into evidence (sha256, size, media_type, stored_at) values (@hash, 1, 'text/plain', @Now)",
                    new { hash = Sha256.Of(BitConverter.GetBytes(i)), tx.Now });
        });

        var verdict = await Get<VerifyEvidence>().RunAsync();

        Assert.That((verdict.Files, verdict.Broken.Count), Is.EqualTo((501L, 501)));
    }

    private async Task<string> AddAsync(string text) => (await Get<AddEvidence>().RunAsync(
        People.Ines,
        Encoding.UTF8.GetBytes(text),
        new CaptureFacts { Purpose = EvidencePurpose.Document, CapturedAt = Clock.Now, CapturedBy = "ines", Method = "uploaded" })).Stored.Sha256;

    private string FileOf(string sha256) => Path.Combine(Desk.Settings.Evidence, sha256[..2], sha256[2..4], sha256);
}

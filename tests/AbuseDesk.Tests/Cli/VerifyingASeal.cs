using AbuseDesk.Tests.Notices.Sealing;
using Dapper;

namespace AbuseDesk.Tests.Cli;

/// <summary>The commands of a desk that seals its notices, and of somebody who has nothing but the two files.</summary>
public sealed class VerifyingASeal : CliTest
{
    private TestAuthority authority = null!;

    private string Pdf => Path.Combine(authority.Folder, "notice.pdf");

    private string Seal => Pdf + ".p7s";

    [SetUp]
    public void TrustAnAuthority()
    {
        authority = new TestAuthority();
        Environment.SetEnvironmentVariable(SealSettings.Setting, authority.Pfx);
        Environment.SetEnvironmentVariable(SealSettings.PasswordSetting + "_FILE", authority.Write("password", "sesame\n"u8.ToArray()));
    }

    [TearDown]
    public void ForgetTheAuthority()
    {
        foreach (var name in new[] { SealSettings.Setting, SealSettings.PasswordSetting + "_FILE", SealSettings.TimestampSetting })
            Environment.SetEnvironmentVariable(name, null);
        authority.Dispose();
    }

    [Test]
    public async Task Whoever_has_the_two_files_and_the_authority_needs_no_desk()
    {
        await SendAsync();
        var nowhere = Path.Combine(authority.Folder, "nowhere");

        var offline = await RunInAsync(nowhere, "notices", "verify", Pdf, "--seal", Seal, "--ca", authority.Ca);
        Assert.That((offline.ExitCode, offline.Error), Is.EqualTo((0, "")));
        Assert.That(offline.Output, Does.StartWith("The seal is sound: exactly this file was sealed with the certificate “CN=Example Cloud, O=Example Cloud Inc.”.").And.Contain("vouched for by the authorities given"));
        Assert.That(Directory.Exists(nowhere), Is.False, "looking makes no desk");

        var alone = await RunInAsync(nowhere, "notices", "verify", Pdf, "--seal", Seal);
        Assert.That((alone.ExitCode, alone.Output), Is.EqualTo((1, "")));
        Assert.That(alone.Error, Does.StartWith("The seal is sound and of exactly this file, but nothing here vouches for its certificate"));

        Assert.That((await RunInAsync(nowhere, "notices", "verify", Pdf)).Error, Does.Contain("There is no desk in"));
        Assert.That((await RunInAsync(nowhere, "notices", "verify", Pdf, "--seal", Seal, "--ca", Pdf)).Error, Does.Contain("notice.pdf"));
    }

    [Test]
    public async Task The_desk_that_sealed_vouches_by_its_record_and_a_changed_byte_is_seen_by_both()
    {
        var reference = await SendAsync();

        var said = await RunAsync("notices", "verify", Pdf, "--seal", Seal);
        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Output, Does.StartWith($"This is {reference}, version 1, exactly as it was sent.").And.Contain("Seal      on record").And.Contain("vouched for by the record of this desk"));

        await File.AppendAllTextAsync(Pdf, " ");
        var changed = await RunAsync("notices", "verify", Pdf, "--seal", Seal, "--json");
        Assert.That((changed.ExitCode, changed.Json.GetProperty("genuine").GetBoolean(), changed.Json.GetProperty("verdict").GetString()), Is.EqualTo((1, false, "not-known")));
        Assert.That(changed.Json.GetProperty("seal").GetProperty("verdict").GetString(), Is.EqualTo("broken"));
    }

    [Test]
    public async Task A_record_that_was_lost_leaves_the_seal_as_proof_and_one_that_says_otherwise_wins()
    {
        await SendAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "abusedesk.db")}"))
            await connection.ExecuteAsync("update notices set status = 'withdrawn'");
        var withdrawn = await RunAsync("notices", "verify", Pdf, "--seal", Seal, "--ca", authority.Ca);
        Assert.That((withdrawn.ExitCode, withdrawn.Error), Is.EqualTo((1, withdrawn.Error)));
        Assert.That(withdrawn.Error, Does.Contain("was withdrawn and never sent"));

        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "abusedesk.db")}"))
            await connection.ExecuteAsync("update notice_versions set pdf_sha256 = facts_sha256");
        var lost = await RunAsync("notices", "verify", Pdf, "--seal", Seal, "--ca", authority.Ca);
        Assert.That((lost.ExitCode, lost.Error), Is.EqualTo((0, "")));
        Assert.That(lost.Output, Does.Contain("The seal is sound"));
    }

    [Test]
    public async Task Mail_that_waits_for_its_time_stamp_leaves_in_the_same_pass()
    {
        using var server = new TestTimestampServer(authority.TimestampSigner) { Clock = TimeProvider.System.GetUtcNow() };
        Environment.SetEnvironmentVariable(SealSettings.TimestampSetting, server.Url.AbsoluteUri);
        await SendAsync();

        var delivered = (await DoAsync("ines", "mail", "deliver", "--json")).Json;

        Assert.That((delivered.GetProperty("sent").GetInt32(), delivered.GetProperty("stamped").GetInt32()), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task What_was_not_sent_has_no_seal()
    {
        await OpenADeskAsync();
        var reference = await DraftAsync();

        var said = await RunAsync("notices", "pdf", reference, "--out", Pdf, "--with-seal");

        Assert.That((said.ExitCode, said.Error.TrimEnd()), Is.EqualTo((1, $"Version 1 of {reference} has no seal; seals are made when a notice is sent, where ABUSEDESK_SEAL names a certificate.")));
        Assert.That(File.Exists(Pdf), Is.False);
    }

    [Test]
    public async Task The_demo_plays_in_the_past_and_nothing_of_it_is_sealed()
    {
        using var young = new TestAuthority(begins: DateTimeOffset.UtcNow.AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Environment.SetEnvironmentVariable(SealSettings.Setting, young.Pfx);

        var said = await RunAsync("demo", "--no-serve");

        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
    }

    [TestCase(100, "ok")]
    [TestCase(12, "advice")]
    [TestCase(-1, "blocks")]
    public async Task The_doctor_names_the_certificate_and_warns_before_it_ends(int days, string state)
    {
        using var ending = new TestAuthority(ends: DateTimeOffset.UtcNow.AddDays(days).AddHours(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Environment.SetEnvironmentVariable(SealSettings.Setting, ending.Pfx);
        await OpenADeskAsync();

        var part = (await RunAsync("doctor", "--json")).Json.GetProperty("parts").EnumerateArray().Single(one => one.GetProperty("part").GetString() == "seal");

        Assert.That(part.GetProperty("state").GetString(), Is.EqualTo(state), part.ToString());
        if (days > 0)
            Assert.That(part.GetProperty("found").GetString(), Does.StartWith("CN=Example Cloud, O=Example Cloud Inc., issued by CN=Test Authority, until "));
        if (state == "advice")
            Assert.That(part.GetProperty("found").GetString(), Does.EndWith("It ends in 12 days."));
    }

    private async Task<string> SendAsync()
    {
        await OpenADeskAsync();
        var reference = await DraftAsync();
        await DoAsync("ines", "notices", "send", reference);
        await DoAsync("ines", "notices", "pdf", reference, "--out", Pdf, "--with-seal");
        return reference;
    }

    private async Task<string> DraftAsync()
    {
        await FileAsync("https://perch.example/p/1");
        var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
        var actBy = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'12:00", System.Globalization.CultureInfo.InvariantCulture);
        await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", actBy);
        return (await DoAsync("ines", "notices", "list", "--case", caseRef, "--json")).Json.GetProperty("notices")[0].GetProperty("ref").GetString()!;
    }
}

using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;

namespace AbuseDesk.Tests.Cli;

public sealed class ReceivingByCommand(Engine engine) : EngineCliTest(engine)
{
    [TearDown]
    public void ForgetTheMailbox() => Environment.SetEnvironmentVariable("ABUSEDESK_MAIL_IN", null);

    [Test]
    public async Task Mail_is_received_listed_put_on_a_case_and_dismissed()
    {
        await OpenADeskAsync();
        await FileAsync("https://perch.example/p/1");
        var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
        var folder = Directory.CreateDirectory(Path.Combine(Data, "mailbox", "new")).FullName;
        foreach (var (name, subject) in new[] { ("1", $"About {caseRef}"), ("2", "A question"), ("3", "Buy now") })
            await File.WriteAllBytesAsync(Path.Combine(folder, name), Incoming.Mail(subject));

        Assert.That((await RunAsync("mail", "receive")).Error, Does.StartWith("No mailbox is named; set ABUSEDESK_MAIL_IN"));
        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL_IN", "maildir:" + Path.GetDirectoryName(folder));
        var received = await RunAsync("mail", "receive");
        Assert.That((received.ExitCode, received.Output.Trim()), Is.EqualTo((0, "1 on their cases, 0 reports of delivery, 2 into the intake, 0 known.")), received.Error);

        var intake = (await RunAsync("mail", "intake", "--json")).Json.GetProperty("mails");
        var refs = intake.EnumerateArray().Select(mail => mail.GetProperty("ref").GetString()!).ToList();
        Assert.That(refs, Has.Count.EqualTo(2));
        await DoAsync("ines", "mail", "attach", refs[0], "--case", caseRef);
        await DoAsync("ines", "mail", "dismiss", refs[1], "--reason", "an advertisement");

        Assert.That((await RunAsync("mail", "intake")).Output, Does.Contain("No mails."));
        var shown = await DoAsync("ines", "cases", "show", caseRef);
        Assert.That(shown.Output, Does.Contain($"About {caseRef}").And.Contain("A question").And.Not.Contain("Buy now"));
    }

    [Test]
    public async Task The_doctor_says_which_mailbox_is_read_and_why_one_cannot_be()
    {
        await OpenADeskAsync();
        var folder = Path.Combine(Data, "mailbox");
        Directory.CreateDirectory(Path.Combine(folder, "new"));

        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL_IN", "maildir:" + folder);
        Assert.That((await RunAsync("doctor")).Output, Does.Contain($"the Maildir {folder} can be read"));
        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL_IN", "maildir:" + Path.Combine(folder, "none"));
        Assert.That((await RunAsync("doctor")).Output, Does.Contain("names no Maildir"));
        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL_IN", "pop3://host");
        Assert.That((await RunAsync("doctor")).Output, Does.Contain("ABUSEDESK_MAIL_IN names a way of receiving that this version cannot use"));
    }

    [Test]
    public async Task Events_of_SES_are_read_from_files_and_what_is_none_is_named()
    {
        await OpenADeskAsync();
        var folder = Directory.CreateDirectory(Path.Combine(Data, "events")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), """{"eventType":"Delivery","mail":{"messageId":"x"},"delivery":{"recipients":["a@b.example"]}}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "b.json"), "no JSON");

        var said = await RunAsync("mail", "events", folder, "--as", "ines");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Output, Does.Contain("0 events about mail of this desk, 1 about none, 1 not read.").And.Contain("b.json: This is no event of Amazon SES"));
    }
}

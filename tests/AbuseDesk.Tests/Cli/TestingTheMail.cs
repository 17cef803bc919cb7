namespace AbuseDesk.Tests.Cli;

public sealed class TestingTheMail : CliTest
{
    [Test]
    public async Task A_test_mail_says_where_it_went()
    {
        await OpenADeskAsync();

        var said = await RunAsync("mail", "test", "ines@cloud.example", "--json");

        Assert.That(said.ExitCode, Is.Zero, said.Error);
        var file = said.Json.GetProperty("where").GetString()!;
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("To: ines@cloud.example").And.Contains("Subject: A test of Example Cloud Abuse Desk"));
    }

    [Test]
    public async Task An_address_that_is_none_is_refused()
    {
        await OpenADeskAsync();

        var said = await RunAsync("mail", "test", "nobody");

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error, Does.Contain("“nobody” is no mail address"));
    }
}

using System.Text.Json;

namespace AbuseDesk.Tests.Cli;

public sealed class LookingAfterUsers : CliTest
{
    [SetUp]
    public Task Open() => OpenADeskAsync();

    [Test]
    public async Task A_new_password_is_shown_once_or_read_from_a_file()
    {
        var made = (await DoAsync("ada", "users", "password", "ines", "--json")).Json;
        Assert.That(made.GetProperty("password").GetString(), Does.Match("^(....-){3}....$"));

        var file = Path.Combine(Data, "password.txt");
        await File.WriteAllTextAsync(file, "staple of the battery\n");
        var read = await DoAsync("ada", "users", "password", "ada", "--password-file", file);
        Assert.That(read.Output.Trim(), Is.EqualTo("ada has a new password, and all their sessions ended."));

        var refused = await RunAsync("users", "password", "ada", "--as", "ines");
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, "Ines Example may not reset a password: that needs the role admin.\n")));
    }

    [Test]
    public async Task What_is_on_record_about_a_person_is_changed_by_an_admin()
    {
        var changed = (await DoAsync("ada", "users", "change", "ines", "--title", "Senior agent", "--zone", "Europe/Paris", "--json")).Json;

        Assert.That((changed.GetProperty("title").GetString(), changed.GetProperty("zone").GetString()), Is.EqualTo(("Senior agent", "Europe/Paris")));
        Assert.That((await RunAsync("users", "change", "ines", "--title", "Lead", "--as", "ines")).Error, Does.Contain("that needs the role admin"));
    }

    [Test]
    public async Task A_disabled_person_is_refused_with_their_cases_named_and_may_act_when_enabled()
    {
        await FileAsync("https://perch.example/p/1");
        var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
        await DoAsync("ines", "cases", "assign", caseRef, "--to", "ines");

        var disabled = (await DoAsync("ada", "users", "disable", "ines", "--json")).Json;
        Assert.That(disabled.GetProperty("cases").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { caseRef }));
        var refused = await RunAsync("reports", "file", "--url", "https://perch.example/p/2", "--clause", "7.4", "--severity", "high", "--note", "x", "--as", "ines");
        Assert.That((refused.ExitCode, refused.Error.Trim()), Is.EqualTo((1, "The login ines is disabled; ask an admin of the desk.")));

        await DoAsync("ada", "users", "enable", "ines");
        await FileAsync("https://perch.example/p/3");
    }

    [Test]
    public async Task Roles_are_given_as_a_whole_and_the_last_admin_stays_one()
    {
        await DoAsync("ada", "users", "roles", "ines", "--roles", "agent,lead");
        var users = (await DoAsync("ada", "users", "list", "--json")).Json.GetProperty("users").EnumerateArray();
        Assert.That(Roles(users.Single(user => user.GetProperty("login").GetString() == "ines")), Is.EqualTo(new[] { "agent", "lead" }));

        var refused = await RunAsync("users", "roles", "ada", "--roles", "agent", "--as", "ada");
        Assert.That((refused.ExitCode, refused.Error.Contains("the last admin", StringComparison.Ordinal)), Is.EqualTo((1, true)));
        Assert.That((await RunAsync("users", "roles", "ines", "--as", "ada")).ExitCode, Is.EqualTo(2));
    }

    private static IEnumerable<string?> Roles(JsonElement user) => user.GetProperty("roles").EnumerateArray().Select(role => role.GetString());

    [Test]
    public async Task A_person_says_when_they_are_away_and_the_list_says_who_stands_in()
    {
        await HireAsync("rhea", "Counsel", "legal", "--as", "ada");

        await DoAsync("ruth", "users", "away", "ruth", "--from", "2030-12-07", "--until", "2030-12-11", "--substitute", "rhea");
        var listed = (await RunAsync("users", "list")).Output;
        var refused = await RunAsync("users", "away", "ruth", "--from", "2030-12-07", "--until", "2030-12-11", "--substitute", "ines", "--as", "ruth");
        var noDay = await RunAsync("users", "away", "ruth", "--from", "7 December", "--until", "2030-12-11", "--substitute", "rhea", "--as", "ruth");
        await DoAsync("ada", "users", "back", "ruth");

        Assert.That(listed, Does.Contain("away 2030-12-07 to 2030-12-11, rhea stands in"));
        Assert.That(refused.Error, Does.Contain("does not have the role legal"));
        Assert.That(noDay.Error, Does.Contain("is no day; write it as 2020-12-07"));
        Assert.That((await RunAsync("users", "list")).Output, Does.Not.Contain("stands in"));
        Assert.That((await RunAsync("notices", "take-over", "N-2020-0001", "--as", "rhea")).Error, Does.Contain("There is no notice"));
    }
}

using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Staff;

public sealed class ChangingAPerson(Engine engine) : StaffTest(engine)
{
    [Test]
    public async Task What_is_given_is_changed_the_rest_stays_and_the_old_is_in_the_journal()
    {
        var changed = await Get<ChangeStaff>().RunAsync(People.Admin, "ines", new StaffChanges { Name = " Ines Varga ", Zone = "Europe/Paris" });

        Assert.That((changed.Name, changed.Title, changed.Email, changed.Zone), Is.EqualTo(("Ines Varga", "Abuse Desk", "ines@cloud.example", "Europe/Paris")));
        Assert.That(await LastInJournalAsync(), Does.StartWith("admin staff-changed: changed what is on record about Ines Varga (ines)").And.Contain("Ines Calder").And.Contain("America/Los_Angeles"));
    }

    [TestCase("name", "", "The name “” cannot be used")]
    [TestCase("title", "Abuse\nDesk", "The title")]
    [TestCase("email", "ines", "“ines”")]
    [TestCase("email", "RUTH@cloud.example", "is that of Ruth Ostrander (ruth)")]
    [TestCase("zone", "Mars/Base", "Mars/Base")]
    public async Task What_cannot_be_used_is_refused_and_nothing_changes(string what, string value, string says)
    {
        var changes = new StaffChanges
        {
            Name = what == "name" ? value : null,
            Title = what == "title" ? value : null,
            Email = what == "email" ? value : null,
            Zone = what == "zone" ? value : null,
        };

        Assert.That(() => Get<ChangeStaff>().RunAsync(People.Admin, "ines", changes), Throws.TypeOf<DeskException>().With.Message.Contains(says));
        Assert.That((await MemberAsync(People.Ines)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_an_admin_who_saw_the_latest_changes_a_person()
    {
        Assert.That(() => Get<ChangeStaff>().RunAsync(People.Ines, "ines", new StaffChanges { Title = "Lead" }), Throws.TypeOf<DeskException>().With.Message.Contains("needs the role admin"));
        await Get<ChangeStaff>().RunAsync(People.Admin, "ines", new StaffChanges { Title = "Lead" }, seen: 1);

        Assert.That(
            () => Get<ChangeStaff>().RunAsync(Second, "ines", new StaffChanges { Title = "Agent" }, seen: 1),
            Throws.TypeOf<DeskException>().With.Message.Contains("changed by somebody else meanwhile"));
        Assert.That((await MemberAsync(People.Ines)).Title, Is.EqualTo("Lead"));
    }
}

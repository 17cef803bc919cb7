using AbuseDesk.Database;
using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Tests.Staff;

public sealed class AddingStaff(Engine engine) : DeskTest(engine)
{
    private static readonly NewStaffMember Ruth = new()
    {
        Login = "Ruth",
        Name = "Ruth Ostrander",
        Title = "Counsel",
        Email = "ruth@cloud.example",
        Zone = "America/Los_Angeles",
        Roles = [Role.Legal],
        Password = "correct horse battery",
    };

    private static readonly NewStaffMember First = Ruth with { Login = "adele", Name = "Adele Ferro", Email = "adele@cloud.example", Roles = [Role.Lead, Role.Admin, Role.Agent] };

    [Test]
    public async Task A_member_is_on_record_and_acts_by_login()
    {
        await Get<AddStaff>().RunAsync(People.Admin, Ruth);

        var member = (await Get<ListStaff>().RunAsync()).Single();
        var actor = await Get<GetActor>().RunAsync(" RUTH ");

        Assert.That((member.Login, member.Title, member.Zone, member.CreatedAt, member.Disabled, member.Version),
            Is.EqualTo(("ruth", "Counsel", "America/Los_Angeles", Clock.Now, false, 1L)));
        Assert.That((actor.Login, actor.Name), Is.EqualTo(("ruth", "Ruth Ostrander")));
        Assert.That(actor.Roles, Is.EquivalentTo(new[] { Role.Legal }));
    }

    [Test]
    public async Task Only_a_hash_of_the_password_is_kept()
    {
        var member = await Get<AddStaff>().RunAsync(People.Admin, Ruth);

        var hasher = Get<IPasswordHasher<StaffMember>>();
        var journal = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select summary || details from journal"));
        Assert.That(hasher.VerifyHashedPassword(member, member.PasswordHash!, "correct horse battery"), Is.EqualTo(PasswordVerificationResult.Success));
        Assert.That(hasher.VerifyHashedPassword(member, member.PasswordHash!, "correct horse batterx"), Is.EqualTo(PasswordVerificationResult.Failed));
        Assert.That(journal, Does.Contain("added Ruth Ostrander (ruth) to the staff as legal").And.Not.Contain("horse").And.Not.Contain(member.PasswordHash));
        Assert.That(Ruth.ToString(), Does.Not.Contain("horse"));
    }

    [Test]
    public async Task The_operator_adds_the_first_member_and_no_other()
    {
        Assert.That(() => Get<AddStaff>().RunAsync(Actor.Operator, Ruth), Throws.TypeOf<DeskException>().With.Message.Contains("must have the role admin"));

        var first = await Get<AddStaff>().RunAsync(Actor.Operator, First);

        Assert.That(first.Roles, Is.EqualTo("agent lead admin"));
        Assert.That(() => Get<AddStaff>().RunAsync(Actor.Operator, Ruth with { Roles = [Role.Admin] }),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("The operator adds only the first member of staff; name an admin with --as."));
        Assert.That((await Get<AddStaff>().RunAsync(first.Actor, Ruth)).Login, Is.EqualTo("ruth"));
    }

    [Test]
    public async Task A_login_is_given_once()
    {
        await Get<AddStaff>().RunAsync(People.Admin, Ruth);

        Assert.That(() => Get<AddStaff>().RunAsync(People.Admin, Ruth with { Login = "ruth" }),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("The login ruth is taken; choose another."));
    }

    [Test]
    public async Task An_address_belongs_to_one_person()
    {
        await Get<AddStaff>().RunAsync(People.Admin, Ruth);

        Refused(Ruth with { Login = "rhea", Email = "Ruth@Cloud.Example" }, "is that of Ruth Ostrander (ruth); give each person their own.");
        Assert.That((await Get<AddStaff>().RunAsync(People.Admin, Ruth with { Login = "rhea", Email = "rhea@cloud.example" })).Login, Is.EqualTo("rhea"));
    }

    [Test]
    public void Only_an_admin_adds_staff() =>
        Assert.That(() => Get<AddStaff>().RunAsync(People.Ruth, Ruth), Throws.TypeOf<DeskException>().With.Message.Contains("may not add staff"));

    [Test]
    public async Task Who_is_unknown_or_disabled_does_not_act()
    {
        await Get<AddStaff>().RunAsync(People.Admin, Ruth);
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set disabled = true"));

        Assert.That(() => Get<GetActor>().RunAsync("ruth"), Throws.TypeOf<DeskException>().With.Message.EqualTo("The login ruth is disabled; ask an admin of the desk."));
        Assert.That(() => Get<GetActor>().RunAsync("nobody"), Throws.TypeOf<DeskException>().With.Message.Contains("nobody with the login “nobody”"));
    }

    [TestCase("a b", "“a b” cannot be a login")]
    [TestCase("r\n", "cannot be a login")]
    [TestCase("abusedesk", "stands for the program in the journal")]
    [TestCase("operator", "stands for the program in the journal")]
    public void A_login_is_plain(string login, string sentence) => Refused(Ruth with { Login = login }, sentence);

    [Test]
    public void What_cannot_be_used_is_told()
    {
        Refused(Ruth with { Email = "ruth" }, "“ruth” is not an e-mail address");
        Refused(Ruth with { Zone = "PST" }, "did you mean America/Los_Angeles?");
        Refused(Ruth with { Name = "Ruth\nBcc: x" }, "The name “Ruth Bcc: x” cannot be used");
        Refused(Ruth with { Roles = [] }, "Give at least one role: agent, lead, legal, admin, auditor.");
        Refused(Ruth with { Roles = [Role.Auditor, Role.Agent] }, "the role auditor stands alone");
        Refused(Ruth with { Password = "short" }, "shorter than 15 characters");
    }

    private void Refused(NewStaffMember person, string sentence) =>
        Assert.That(() => Get<AddStaff>().RunAsync(People.Admin, person), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
}

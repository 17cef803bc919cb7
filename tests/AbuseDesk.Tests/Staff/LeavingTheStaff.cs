using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;

namespace AbuseDesk.Tests.Staff;

/// <summary>Disabling, enabling and other roles.</summary>
public sealed class LeavingTheStaff(Engine engine) : StaffTest(engine)
{
    [Test]
    public async Task A_disabled_person_does_not_act_and_what_they_hold_is_named_and_stays_theirs()
    {
        await HoldAsync("ines");
        var stamp = (await MemberAsync(People.Ines)).SecurityStamp;

        var disabled = await Get<DisableStaff>().RunAsync(People.Admin, "ines");

        Assert.That((disabled.Member.Disabled, disabled.Cases, disabled.Reviews), Is.EqualTo((true, new[] { "C-2020-0001" }, Array.Empty<string>())));
        Assert.That(disabled.Member.SecurityStamp, Is.Not.EqualTo(stamp));
        Assert.That(() => Get<GetActor>().RunAsync("ines"), Throws.TypeOf<DeskException>().With.Message.Contains("is disabled"));
        Assert.That(await Database.SnapshotAsync(tx => tx.GetAsync<string>("select assignee from cases where ref = 'C-2020-0001'")), Is.EqualTo("ines"));
        Assert.That(await LastInJournalAsync(), Does.StartWith("admin staff-disabled: disabled Ines Calder (ines)").And.Contain("C-2020-0001").And.Not.Contain("C-2020-0002"));
    }

    [Test]
    public async Task Who_is_enabled_again_acts_with_the_roles_and_the_password_of_before()
    {
        await Get<DisableStaff>().RunAsync(People.Admin, "ines");
        Assert.That(() => Get<DisableStaff>().RunAsync(People.Admin, "ines"), Throws.TypeOf<DeskException>().With.Message.Contains("disabled already"));

        await Get<EnableStaff>().RunAsync(People.Admin, "ines");

        Assert.That((await Get<GetActor>().RunAsync("ines")).Is(Role.Agent), Is.True);
        Assert.That(await OpensAsync(People.Ines, Old), Is.True);
        Assert.That(() => Get<EnableStaff>().RunAsync(People.Admin, "ines"), Throws.TypeOf<DeskException>().With.Message.Contains("is not disabled"));
    }

    [Test]
    public async Task Nobody_disables_themselves_and_one_admin_always_stays()
    {
        Assert.That(() => Get<DisableStaff>().RunAsync(People.Admin, "admin"), Throws.TypeOf<DeskException>().With.Message.Contains("cannot disable yourself"));
        await Get<DisableStaff>().RunAsync(People.Admin, "berta");

        // berta's page was still open when she was disabled
        Assert.That(() => Get<DisableStaff>().RunAsync(Second, "admin"), Throws.TypeOf<DeskException>().With.Message.Contains("Adele Ferro is the last admin who can act"));
        Assert.That(() => Get<ChangeRoles>().RunAsync(People.Admin, "admin", [Role.Agent]), Throws.TypeOf<DeskException>().With.Message.Contains("the last admin"));
        Assert.That((await MemberAsync(People.Admin)).Disabled, Is.False);
    }

    [Test]
    public async Task Two_admins_who_disable_each_other_at_once_leave_one()
    {
        var both = await Task.WhenAll(TryAsync(People.Admin, "berta"), TryAsync(Second, "admin"));

        Assert.That(both.Count(done => done), Is.EqualTo(1));
        Assert.That((await Get<ListStaff>().RunAsync()).Count(one => one.RoleSet.Contains(Role.Admin) && !one.Disabled), Is.EqualTo(1));
    }

    [Test]
    public async Task Roles_are_changed_as_a_whole_by_an_admin_who_saw_the_latest()
    {
        var seen = (await MemberAsync(People.Ines)).Version;

        var changed = await Get<ChangeRoles>().RunAsync(People.Admin, "ines", [Role.Lead, Role.Agent], seen);

        Assert.That((changed.Roles, (await Get<GetActor>().RunAsync("ines")).Is(Role.Lead)), Is.EqualTo(("agent lead", true)));
        Assert.That(await LastInJournalAsync(), Does.StartWith("admin roles-changed: made Ines Calder (ines) agent, lead instead of agent"));
        Refused(People.Admin, [Role.Legal], seen, "was changed by somebody else meanwhile");
        Refused(People.Admin, [Role.Auditor, Role.Agent], null, "the role auditor stands alone");
        Refused(People.Admin, [], null, "Give at least one role");
        Refused(People.Ines, [Role.Admin], null, "may not change roles");
    }

    private void Refused(Actor actor, Role[] roles, long? seen, string sentence) =>
        Assert.That(() => Get<ChangeRoles>().RunAsync(actor, "ines", roles, seen), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    private async Task<bool> TryAsync(Actor actor, string login)
    {
        try
        {
            await Get<DisableStaff>().RunAsync(actor, login);
            return true;
        }
        catch (DeskException)
        {
            return false;
        }
    }

    /// <summary>An open case and a closed one.</summary>
    private Task HoldAsync(string login) => Database.WriteAsync(async tx =>
    {
        var customer = await tx.GetAsync<long>("insert into customers (account, name, created_at) values ('A-1', 'Perch', @Now) returning id", new { tx.Now });
        foreach (var (number, status) in new[] { ("C-2020-0001", "open"), ("C-2020-0002", "closed") })
        {
            await tx.ExecuteAsync(
                """
                insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at)
                values (@number, @customer, 'Calls for violence', @status, 'ours', 'look', 'high', 3, @login, @Now)
                """,
                new { number, customer, status, login, tx.Now });
        }
    });
}

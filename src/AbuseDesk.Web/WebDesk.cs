using AbuseDesk.Web.Components;
using AbuseDesk.Web.Errors;
using AbuseDesk.Web.Evidence;
using AbuseDesk.Web.Hosting;
using AbuseDesk.Web.Notices;
using AbuseDesk.Web.Pages.Verify;
using AbuseDesk.Web.SignIn;
using AbuseDesk.Web.Staff;
using AbuseDesk.Web.Workers;

namespace AbuseDesk.Web;

/// <summary>The web desk: pages, evidence and workers over the library.</summary>
public static class WebDesk
{
    /// <param name="args">Ordinary .NET host arguments, for instance "--urls http://127.0.0.1:5080".</param>
    /// <param name="settings">Where data, mail and templates are.</param>
    /// <param name="clock">What time it is, on every page and for every worker.</param>
    public static WebApplication Build(string[] args, DeskSettings settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // settings are read once at the start: nobody has to watch their files
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            // the program that runs may be the command line's: pages and their files stand beside it all the same
            ApplicationName = typeof(WebDesk).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Environment.WebRootFileProvider = new StillFiles(builder.Environment.WebRootFileProvider);
        builder.AddDeskLogging();
        builder.Services.AddAbuseDesk(settings, clock);
        builder.Services.AddHostedService<OpenDesk>();
        builder.Services.AddDeskSignIn();
        builder.Services.AddDeskPages();
        builder.Services.AddDeskHeaders();
        builder.Services.AddDeskProxies(builder.Configuration);
        builder.Services.AddDeskErrors();
        builder.Services.AddEvidencePages();
        builder.Services.AddVerifyLimit();
        builder.Services.AddDeskWorkers(builder.Configuration);
        return Route(builder.Build());
    }

    private static WebApplication Route(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseDeskErrors();
        app.UseDatabaseOutage();
        app.UseDeskFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseSecondFactorFirst();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapEvidence();
        app.MapNotices();
        app.MapTemplates();
        app.MapCalendars();
        app.MapRazorPages();
        return app;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Tests.Web;

/// <summary>One way to ask the web desk for something.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Name">"/cases/{ref}/close POST Reopen".</param>
/// <param name="Url">With its parameters filled in.</param>
internal sealed record WebEndpoint(string Method, string Name, string Url)
{
    /// <summary>All of them, as the program has mapped them.</summary>
    /// <param name="services">Those of the running web.</param>
    /// <param name="values">What a parameter stands for, by what the path is up to there or by its name alone.</param>
    public static async Task<IReadOnlyList<WebEndpoint>> ListAsync(IServiceProvider services, IReadOnlyDictionary<string, string> values)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var all = new List<WebEndpoint>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var (path, url) = Filled(endpoint.RoutePattern, values);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                // a page without a handler for it is shown all the same
                all.Add(new WebEndpoint("GET", $"{path} GET", url));
                all.AddRange(loaded.HandlerMethods.Where(handler => handler.HttpMethod is not "Get" || handler.Name is not null).Select(handler => new WebEndpoint(
                    handler.HttpMethod.ToUpperInvariant(),
                    $"{path} {handler.HttpMethod.ToUpperInvariant()} {handler.Name}".TrimEnd(),
                    handler.Name is null ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler.Name}")));
            }
            else
            {
                all.AddRange(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => new WebEndpoint(method, $"{path} {method}", url)));
            }
        }

        return [.. all.DistinctBy(one => one.Name)];
    }

    private static (string Path, string Url) Filled(RoutePattern pattern, IReadOnlyDictionary<string, string> values)
    {
        var (path, url) = ("", "");
        foreach (var part in pattern.PathSegments.Select(segment => segment.Parts.Single()))
        {
            if (part is RoutePatternParameterPart parameter)
            {
                path += $"/{{{parameter.Name}}}";
                url += "/" + (values.GetValueOrDefault(path) ?? values[$"{{{parameter.Name}}}"]);
            }
            else
            {
                var text = ((RoutePatternLiteralPart)part).Content;
                path += "/" + text;
                url += "/" + (values.GetValueOrDefault(path) ?? text);
            }
        }

        return path.Length == 0 ? ("/", "/") : (path, url);
    }
}
